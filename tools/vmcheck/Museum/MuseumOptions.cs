// SPDX-License-Identifier: GPL-2.0-only
using System.CommandLine;
using System.CommandLine.Parsing;
using Verification.Museum;

namespace Verification.Vmcheck;

/// <summary>The options of `museum`: what is planted in what, and how long it is hunted.</summary>
sealed class MuseumOptions
{
    static readonly TimeSpan usualTime = TimeSpan.FromSeconds(5);
    static readonly TimeSpan fullTime = TimeSpan.FromSeconds(60);

    readonly Option<string> target = new("--target")
    {
        Description = "What exhibits are planted in: model, or kernel-source, copies of the "
            + "mm/vmalloc.c of a kernel; model when left out.",
        HelpName = "TARGET",
        DefaultValueFactory = static _ => CheckedTarget.Model,
    };

    readonly KernelOptions kernel = new();

    readonly Option<MuseumExhibit?> exhibit = new("--exhibit")
    {
        Description = "The id of one exhibit, which is then shown in detail; all of them when "
            + "left out (docs/MUSEUM.md).",
        HelpName = "id",
        CustomParser = ParseExhibit,
    };

    readonly Option<TimeSpan?> seconds = NumberOption.Seconds(
        "--seconds", "Processor time of a hunt; 5 when left out, 60 in the full form, 20 in a "
            + "kernel.");

    readonly Option<ulong?> seed = NumberOption.Seed(
        "--seed", "What the traces are drawn from; 1 when left out.");

    readonly Option<bool> full = new("--full")
    {
        Description = $"{TourPlan.FullSeeds} seeds, a uniform generator to compare with, and "
            + "every law that catches an exhibit: about 15 minutes. Prints docs/MUSEUM.md.",
    };

    /// <summary>Makes them options of the verb.</summary>
    public void AddTo(Command verb)
    {
        target.Validators.Add(RefuseUnknown);
        target.CompletionSources.Add(CheckedTarget.Model, KernelOptions.Word);
        exhibit.CompletionSources.Add([.. MuseumExhibit.Ids]);
        foreach (Option option in new Option[]
            { target, exhibit, seconds, seed, full, Screen.JsonOption() })
        {
            verb.Options.Add(option);
        }

        kernel.AddTo(verb, IsOfKernel);
        verb.Validators.Add(RefuseOfTheOther);
    }

    /// <summary>Whether it is the kernel's own code that mistakes are planted in.</summary>
    public bool IsOfKernel(ParseResult parsed) => IsOfKernel(parsed.CommandResult);

    /// <summary>The exhibit of the model to be shown; null: all of them.</summary>
    public Exhibit? Only(ParseResult parsed) => parsed.GetValue(exhibit)?.OfModel;

    /// <summary>What is done with each exhibit of the model.</summary>
    public TourPlan Plan(ParseResult parsed, CancellationToken stop) => new()
    {
        Seed = parsed.GetValue(seed) ?? 1,
        Time = parsed.GetValue(seconds) ?? (parsed.GetValue(full) ? fullTime : usualTime),
        IsFull = parsed.GetValue(full),
        Stop = stop,
    };

    /// <summary>The museum in a kernel.</summary>
    public KernelMuseum OfKernel(ParseResult parsed) => new(kernel)
    {
        Only = parsed.GetValue(exhibit)?.OfKernel,
        Seed = parsed.GetValue(seed) ?? 1,
        Time = parsed.GetValue(seconds),
    };

    // Asked of a command line that may be refused for this option: what was typed, not its value.
    bool IsOfKernel(CommandResult result) =>
        result.GetResult(target)?.Tokens is [{ Value: KernelOptions.Word }];

    static void RefuseUnknown(OptionResult result)
    {
        foreach (string word in result.Tokens.Select(static token => token.Value))
        {
            if (word is not (CheckedTarget.Model or KernelOptions.Word))
            {
                result.AddError($"--target {word}: mistakes are planted in {CheckedTarget.Model} "
                    + $"or {KernelOptions.Word} only");
            }
        }
    }

    static MuseumExhibit? ParseExhibit(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        MuseumExhibit? found = MuseumExhibit.Find(text);
        if (found is null)
        {
            result.AddError($"--exhibit {text}: " + (Collection.NotYet.TryGetValue(
                text, out string? reason)
                ? $"not in the museum yet: {reason}"
                : $"not known; near it are {string.Join(", ", Collection.Near(text))}"));
        }

        return found;
    }

    void RefuseOfTheOther(CommandResult result)
    {
        bool inKernel = IsOfKernel(result);
        if (inKernel && result.GetResult(full) is { Implicit: false })
        {
            result.AddError("--full is for the model");
        }

        if (result.GetResult(exhibit) is { Tokens: [{ Value: var id }] }
            && MuseumExhibit.Find(id) is { } one && one.IsOfKernel != inKernel)
        {
            result.AddError($"--exhibit {one.Id} is planted in --target "
                + (one.IsOfKernel ? KernelOptions.Word : CheckedTarget.Model));
        }
    }
}
