// SPDX-License-Identifier: GPL-2.0-only
using System.Diagnostics;
using System.Text.Json;
using Verification.Search;
using Verification.Spec;

namespace Verification.Vmcheck;

/// <summary>
/// The hidden verb <c>diary ERA SEED TRACES</c>: prints what the model does in these traces, for the
/// doctor, who compares it with what it does in his own process.
/// </summary>
static class DiaryMain
{
    public const string Verb = "diary";

    /// <summary>The plan both processes follow.</summary>
    public static CampaignPlan Plan(Era era, ulong seed, long traces) =>
        new() { Eras = [era], Seed = seed, Traces = traces };

    /// <summary>The other process.</summary>
    public static int Run(string era, string seed, string traces, TextWriter output)
    {
        CampaignPlan plan = Plan(
            Eras.Modelled.Single(one => Words.Of(one) == era), ulong.Parse(seed),
            long.Parse(traces));
        output.Write(JsonSerializer.Serialize(
            Diary.Of(plan, one => new Model.Model(one, plan.Mode))));
        return 0;
    }

    /// <summary>Starts the other process and reads what it prints.</summary>
    public static Diary Ask(CampaignPlan plan, CancellationToken stop)
    {
        using Process other = WorkerProgram.Start(
            Verb, Words.Of(plan.Eras[0]), $"{plan.Seed}", $"{plan.Traces}");
        using CancellationTokenRegistration ended = stop.Register(() => other.Kill());
        Task<string> complaint = other.StandardError.ReadToEndAsync(CancellationToken.None);
        string printed = other.StandardOutput.ReadToEnd();
        other.WaitForExit();
        stop.ThrowIfCancellationRequested();
        return other.ExitCode == 0 ? JsonSerializer.Deserialize<Diary>(printed)!
            : throw new InvalidOperationException(complaint.Result);
    }
}
