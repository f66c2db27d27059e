// SPDX-License-Identifier: GPL-2.0-only
using System.CommandLine;
using System.CommandLine.Parsing;
using Verification.Search;
using Verification.Spec;
using Command = System.CommandLine.Command;

namespace Verification.Vmcheck;

/// <summary>The options of `matrix`, and what they add up to.</summary>
sealed class MatrixOptions
{
    const int MostJobs = 256;

    readonly TargetOption target = new();

    readonly Option<Machine?> machine = OneOfOption.Create<Machine?>(
        "--machine", "all", MatrixMachines.All, static known => known!.Name);

    readonly Option<Era?> era = OneOfOption.Create<Era?>(
        "--era", "all", [.. Eras.Modelled], static known => Words.Of(known!.Value));

    readonly Option<bool> faithful = new("--faithful")
    {
        Description = "Keeps the defects the kernel of that era really has; those that real code "
            + "is known to have are not excused.",
    };

    readonly Option<long?> jobs = NumberOption.Count(
        "--jobs", "Threads, of a library processes; one a core when left out.", MostJobs);

    readonly Option<bool> json = Screen.JsonOption();

    readonly Option<string?> cell = new("--cell")
    {
        Description = "Judges one cell, a trace file that a run wrote, and nothing else.",
        HelpName = "FILE",
    };

    Option[] OfARun => [machine, era, faithful, jobs, json];

    /// <summary>Makes them options of the verb.</summary>
    public void AddTo(Command verb)
    {
        target.AddTo(verb);
        target.RefuseOfLibraries(verb, era);
        foreach (Option option in OfARun)
        {
            verb.Options.Add(option);
        }

        verb.Options.Add(cell);
        verb.Validators.Add(RefuseBoth);
    }

    /// <summary>What the command line wants to be tried; opens it.</summary>
    public CheckedTarget Open(ParseResult parsed, CancellationToken cancel) =>
        target.Open(parsed, cancel);

    /// <summary>The file of the one cell to judge; null: all cells are run.</summary>
    public string? CellFile(ParseResult parsed) => parsed.GetValue(cell);

    /// <summary>
    /// What the command line asks for; of a library in its own era, on machines it can simulate.
    /// </summary>
    /// <param name="refused">Machines that the library cannot, and what it says of them.</param>
    public MatrixPlan Plan(
        ParseResult parsed, CheckedTarget chosen,
        out IReadOnlyList<(Machine Machine, string Why)> refused)
    {
        MatrixPlan plan = new()
        {
            Machines = chosen.MachinesAmong(
                parsed.GetValue(machine) is { } one ? [one] : MatrixMachines.All, out refused),
            Eras = parsed.GetValue(era) is { } kernel ? [kernel] : Eras.Modelled,
            Mode = parsed.GetValue(faithful) ? DefectMode.Faithful : DefectMode.Fixed,
            Jobs = (int)(parsed.GetValue(jobs)
                ?? Math.Min(System.Environment.ProcessorCount, MostJobs)),
        };
        return chosen.Library is not { } library ? plan : plan with
        {
            Target = chosen.Word,
            Eras = [library.Profile.Era],
            NotOffered = [.. library.NotOffered],
        };
    }

    void RefuseBoth(CommandResult result)
    {
        if (result.GetResult(cell) is not null
            && Array.Exists(OfARun, option => result.GetResult(option) is { Implicit: false }))
        {
            result.AddError("--cell says all: machine, era and mode stand in its file");
        }
    }
}
