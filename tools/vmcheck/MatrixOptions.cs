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

    readonly Option<Machine?> machine = OneOfOption.Create<Machine?>(
        "--machine", "all", MatrixMachines.All, static known => known!.Name);

    readonly Option<Era?> era = OneOfOption.Create<Era?>(
        "--era", "both", [.. Enum.GetValues<Era>()], static known => Words.Of(known!.Value));

    readonly Option<bool> faithful = new("--faithful")
    {
        Description = "Keeps the defects the kernel of that era really has.",
    };

    readonly Option<long?> jobs = NumberOption.Count(
        "--jobs", "Threads; one a core when left out.", MostJobs);

    readonly Option<bool> json = new("--json")
    {
        Description = "Prints one JSON object instead of text.",
    };

    readonly Option<string?> cell = new("--cell")
    {
        Description = "Judges one cell, a trace file that a run wrote, and nothing else.",
        HelpName = "FILE",
    };

    Option[] OfARun => [machine, era, faithful, jobs, json];

    /// <summary>Makes them options of the verb.</summary>
    public void AddTo(Command verb)
    {
        foreach (Option option in OfARun)
        {
            verb.Options.Add(option);
        }

        verb.Options.Add(cell);
        verb.Validators.Add(RefuseBoth);
    }

    /// <summary>The file of the one cell to judge; null: all cells are run.</summary>
    public string? CellFile(ParseResult parsed) => parsed.GetValue(cell);

    public bool IsJson(ParseResult parsed) => parsed.GetValue(json);

    public MatrixPlan Plan(ParseResult parsed) => new()
    {
        Machines = parsed.GetValue(machine) is { } one ? [one] : MatrixMachines.All,
        Eras = parsed.GetValue(era) is { } kernel ? [kernel] : Enum.GetValues<Era>(),
        Mode = parsed.GetValue(faithful) ? DefectMode.Faithful : DefectMode.Fixed,
        Jobs = (int)(parsed.GetValue(jobs)
            ?? Math.Min(System.Environment.ProcessorCount, MostJobs)),
    };

    void RefuseBoth(CommandResult result)
    {
        if (result.GetResult(cell) is not null
            && Array.Exists(OfARun, option => result.GetResult(option) is { Implicit: false }))
        {
            result.AddError("--cell says all: machine, era and mode stand in its file");
        }
    }
}
