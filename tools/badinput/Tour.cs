// SPDX-License-Identifier: GPL-2.0-only
using System.Collections.Concurrent;
using System.CommandLine;

namespace Verification.BadInput;

/// <summary>Tries every case of a verb and prints what came of them.</summary>
/// <param name="program">The vmcheck.dll.</param>
/// <param name="folder">Where files are made and vmcheck is run, for each verb anew.</param>
/// <param name="repository">Where good files lie.</param>
sealed class Tour(string program, string folder, string repository)
{
    const int ShownCharacters = 600;

    /// <summary>
    /// What each verb is given where nothing is wrong: little, so that it ends in a second.
    /// </summary>
    static readonly Dictionary<string, string[]> good = new()
    {
        ["check"] = ["--traces", "16", "--jobs", "1", "--seed", "1"],
        ["replay"] = ["good.trace"],
        ["explain"] = ["good.trace"],
        ["shrink"] = ["good.trace"],
        ["claim"] = [],
        ["audit"] = ["good.vmallocinfo"],
        ["conform"] = ["recordings"],
        ["matrix"] = ["--cell", "good.cell"],
        ["dump"] = ["good.trace"],
        ["diff"] = ["good.dump", "good.dump"],
        ["museum"] = ["--exhibit", "M14", "--seconds", "1"],
        ["doctor"] = [],
        ["completion"] = ["bash"],
        // Add a new verb here.
    };

    /// <summary>Cases that were answered as they should be.</summary>
    public int Passed { get; private set; }

    /// <summary>Cases that were not, and verbs that have no line above.</summary>
    public int Failed { get; private set; }

    /// <summary>Two at a time, or as many as there are cores.</summary>
    public async Task VisitAsync(Command verb)
    {
        if (!good.TryGetValue(verb.Name, out string[]? arguments))
        {
            Failed++;
            Console.WriteLine($"FAILED: {verb.Name} is new: Tour.cs says how each verb is called");
            return;
        }

        string place = Path.Combine(folder, verb.Name);
        new BadFiles(place).Make(repository);
        Caller caller = new(program, place);
        ConcurrentQueue<(Case Asked, Answer Given)> answers = [];
        await Parallel.ForEachAsync(new Cases(verb, arguments).Make(), async (asked, _) =>
            answers.Enqueue((asked, await caller.CallAsync(asked))));
        Answer usual = await caller.CallAsync(new("nothing is wrong", [verb.Name, .. arguments]));
        foreach ((Case asked, Answer given) in answers)
        {
            Count(asked, given, usual.PeakBytes);
        }

        (Case slowest, Answer slow) = answers.MaxBy(static one => one.Given.Took);
        string codes = string.Join(", ", answers.CountBy(static one => one.Given.Code)
            .OrderBy(static one => one.Key).Select(static one => $"{one.Key}: {one.Value}"));
        Console.WriteLine($"{verb.Name}: {answers.Count} cases; by exit code {codes}; slowest "
            + $"{slow.Took.TotalSeconds:f1} s ({slowest.Name}); peak "
            + $"{answers.Max(static one => one.Given.PeakBytes) >> 20} MiB");
    }

    void Count(Case asked, Answer given, long usualBytes)
    {
        if (given.Wrong(asked, usualBytes) is not { } wrong)
        {
            Passed++;
            return;
        }

        Failed++;
        Console.WriteLine(
            $"FAILED: {asked.Name}: vmcheck {wrong} after {given.Took.TotalSeconds:f1} s");
        Console.WriteLine($"  called with: {string.Join(' ', asked.Arguments)} {asked.Tail}");
        Console.WriteLine($"  said: {given.Error[..Math.Min(given.Error.Length, ShownCharacters)]}");
    }
}
