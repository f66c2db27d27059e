// SPDX-License-Identifier: GPL-2.0-only
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Security.Cryptography;
using Verification.Search;
using Verification.Spec;
using Command = System.CommandLine.Command;

namespace Verification.Vmcheck;

/// <summary>The options of `check` that say what to try, and the plan they add up to.</summary>
sealed class CheckOptions
{
    /// <summary>The option that makes a campaign the same again.</summary>
    public const string Seed = "--seed";

    const int UsualLength = 50;
    const int MostTraces = 1_000_000_000;
    const int MostJobs = 256;
    static readonly TimeSpan usualTime = TimeSpan.FromSeconds(10);

    readonly TargetOption target = new();

    readonly Option<TimeSpan?> seconds = NumberOption.Seconds(
        "--seconds", "How long to hunt; 10 when left out.");

    readonly Option<long?> traces = NumberOption.Count(
        "--traces", "How many traces to try, however long it takes.", MostTraces);

    readonly Option<ulong?> seed = NumberOption.Seed(
        Seed, "What the traces are drawn from; when left out a fresh one, which is printed.");

    readonly Option<long?> length = NumberOption.Count(
        "--length", "Commands of a trace; 50 when left out.", TraceWords.MaxCommands);

    readonly Option<Machine?> machine = OneOfOption.Create<Machine?>(
        "--machine", "all", Machines.All, static known => known!.Name);

    readonly Option<Era?> era = OneOfOption.Create<Era?>(
        "--era", "all", [.. Eras.Modelled], static known => Words.Of(known!.Value));

    readonly Option<bool> faithful = new("--faithful")
    {
        Description = "Keeps the defects the kernel of that era really has; those that real code "
            + "is known to have are not excused.",
    };

    readonly Option<long?> jobs = NumberOption.Count(
        "--jobs", "Threads, or processes of a library; one a core when left out.", MostJobs);

    /// <summary>Makes them options of the verb.</summary>
    public void AddTo(Command verb)
    {
        target.AddTo(verb);
        foreach (Option option in new Option[]
            { seconds, traces, seed, length, machine, era, faithful, jobs })
        {
            verb.Options.Add(option);
        }

        verb.Validators.Add(RefuseBoth);
        target.RefuseOfLibraries(verb, era);
    }

    /// <summary>What the command line wants to be checked; opens it.</summary>
    /// <remarks>Ctrl-C ends the hunt, but what was found is shrunk.</remarks>
    public CheckedTarget Open(ParseResult parsed, CancellationToken cancel) =>
        target.Open(parsed, cancel, CancellationToken.None);

    /// <summary>Draws a seed when the command line names none.</summary>
    CampaignPlan Plan(ParseResult parsed)
    {
        long? most = parsed.GetValue(traces);
        return new()
        {
            Seed = parsed.GetValue(seed) ?? (ulong)RandomNumberGenerator.GetInt32(int.MaxValue),
            Machines = parsed.GetValue(machine) is { } one ? [one] : Machines.All,
            Eras = parsed.GetValue(era) is { } kernel ? [kernel] : Eras.Modelled,
            Mode = parsed.GetValue(faithful) ? DefectMode.Faithful : DefectMode.Fixed,
            Length = (int)(parsed.GetValue(length) ?? UsualLength),
            Traces = most,
            Time = most is null ? parsed.GetValue(seconds) ?? usualTime : null,
            Jobs = (int)(parsed.GetValue(jobs)
                ?? Math.Min(System.Environment.ProcessorCount, MostJobs)),
        };
    }

    /// <summary>
    /// What the command line asks for; of a library in its own era, on machines it can simulate.
    /// </summary>
    /// <param name="refused">Machines that the library cannot, and what it says of them.</param>
    public CampaignPlan Plan(
        ParseResult parsed, CheckedTarget chosen,
        out IReadOnlyList<(Machine Machine, string Why)> refused)
    {
        CampaignPlan plan = Plan(parsed);
        IReadOnlyList<Machine> machines = chosen.MachinesAmong(plan.Machines, out refused);
        return chosen.Library is not { } library ? plan : plan with
        {
            Target = chosen.Word,
            Machines = machines,
            Eras = [library.Profile.Era],
        };
    }

    void RefuseBoth(CommandResult result)
    {
        if (result.GetResult(seconds) is not null && result.GetResult(traces) is not null)
        {
            result.AddError("--seconds and --traces both say when to stop; give one of them");
        }
    }
}
