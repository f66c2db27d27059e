// SPDX-License-Identifier: GPL-2.0-only
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Security.Cryptography;
using Verification.Search;
using Verification.Spec;
using Command = System.CommandLine.Command;

namespace Verification.Vmcheck;

/// <summary>`check`: hunts for traces on which the model breaks a law.</summary>
public static class CheckCommand
{
    const int Forever = 1_000_000_000;
    const int MostJobs = 256;
    static readonly TimeSpan usualTime = TimeSpan.FromSeconds(10);

    /// <summary>The verb with its options.</summary>
    public static Command Create()
    {
        Option<TimeSpan?> seconds = NumberOption.Seconds("--seconds", "How long to hunt; 10.");
        Option<long?> traces = NumberOption.Count(
            "--traces", "How many traces to try, however long it takes.", Forever);
        Option<ulong?> seed = NumberOption.Seed(
            "--seed", "What the traces are drawn from; a fresh one, which is printed.");
        Option<long?> length = NumberOption.Count(
            "--length", "Commands of a trace; 50.", TraceWords.MaxCommands);
        Option<Machine[]> machines = OneOf(
            "--machine", "A machine by name; all of them.", Machines.All, static known => known.Name);
        Option<Era[]> eras = OneOf(
            "--era", "2.6.32 or 2.6.37; both.", Enum.GetValues<Era>(), Words.Of);
        Option<bool> faithful = new("--faithful")
        {
            Description = "Keeps the defects the kernel of that era really has.",
        };
        Option<long?> jobs = NumberOption.Count("--jobs", "Threads; one a core.", MostJobs);
        Option<bool> json = new("--json") { Description = "Prints one JSON object instead of text." };
        Command command = new("check", "Hunts for call sequences that break a law.")
        {
            seconds, traces, seed, length, machines, eras, faithful, jobs, json,
        };
        command.Validators.Add(result => RefuseBoth(result, seconds, traces));
        command.SetAction((parsed, cancel) => RunAsync(
            new CampaignPlan
            {
                Seed = parsed.GetValue(seed) ?? (ulong)RandomNumberGenerator.GetInt32(int.MaxValue),
                Machines = parsed.GetValue(machines)!,
                Eras = parsed.GetValue(eras)!,
                Mode = parsed.GetValue(faithful) ? DefectMode.Faithful : DefectMode.Fixed,
                Length = (int)(parsed.GetValue(length) ?? 50),
                Traces = parsed.GetValue(traces),
                Time = parsed.GetValue(traces) is null
                    ? parsed.GetValue(seconds) ?? usualTime : null,
                Jobs = (int)(parsed.GetValue(jobs) ?? Math.Min(
                    System.Environment.ProcessorCount, MostJobs)),
            },
            parsed.GetValue(json),
            parsed.InvocationConfiguration,
            cancel));
        return command;
    }

    static Option<T[]> OneOf<T>(
        string name, string description, IReadOnlyList<T> known, Func<T, string> nameOf) => new(name)
    {
        Description = description,
        Arity = ArgumentArity.ExactlyOne,
        DefaultValueFactory = _ => [.. known],
        CustomParser = result =>
        {
            string text = result.Tokens[0].Value;
            T[] found = [.. known.Where(one => nameOf(one) == text)];
            if (found.Length == 0)
            {
                result.AddError($"{name} {text}: not known; known are "
                    + string.Join(", ", known.Select(nameOf)));
            }

            return found;
        },
    };

    static void RefuseBoth(CommandResult result, Option<TimeSpan?> seconds, Option<long?> traces)
    {
        if (result.GetResult(seconds) is not null && result.GetResult(traces) is not null)
        {
            result.AddError("--seconds and --traces both say when to stop; give one of them");
        }
    }

    static async Task<int> RunAsync(
        CampaignPlan plan, bool json, InvocationConfiguration console, CancellationToken cancel)
    {
        Campaign campaign = new(plan, static (era, mode) => new Model.Model(era, mode));
        Task<CampaignReport> hunt = Task.Factory.StartNew(
            () => campaign.Run(cancel),
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);
        if (!json)
        {
            await CheckProgress.ShowAsync(campaign, hunt, console.Output);
        }

        CampaignReport report = await hunt;
        Finding[] findings = [.. report.Findings.Select(
            finding => TraceOutput.Save(finding, console.Error))];
        report = report with { Findings = findings };
        await console.Output.WriteLineAsync(json
            ? CheckJson.Print(report, cancel.IsCancellationRequested)
            : CheckText.Print(report, cancel.IsCancellationRequested));
        return (int)CodeOf(report, console.Error);
    }

    static ExitCode CodeOf(CampaignReport report, TextWriter error)
    {
        if (report.Findings.Count > 0)
        {
            return ExitCode.Violation;
        }

        if (report.Figures.HasChecked)
        {
            return ExitCode.Clean;
        }

        error.WriteLine($"vmcheck: {report.Figures.Traces} traces, "
            + $"{report.Figures.Commands} commands: nothing was checked");
        return ExitCode.NothingChecked;
    }
}
