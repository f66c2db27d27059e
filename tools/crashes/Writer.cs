// SPDX-License-Identifier: GPL-2.0-only
using Verification.Search;
using Verification.Spec;
using Verification.Vmcheck;

namespace Verification.Crashes;

/// <summary>
/// Goes on with the campaign of a store, with no hunt behind it: a check point, a trace file, and
/// so on without end. What is kept is told on standard output, a line each.
/// </summary>
static class Writer
{
    /// <summary>The word it is started by.</summary>
    public const string Verb = "write";

    /// <summary>Before the number of traces that a check point holds.</summary>
    public const string CheckPointWord = "check-point ";

    /// <summary>Before the name of a trace file.</summary>
    public const string TraceWord = "trace ";

    /// <summary>Longer than a page of memory or of the database.</summary>
    public static string Text { get; } = TraceWriter.Write(new Trace(
        Machines.Toy, Era.V2632, DefectMode.Fixed,
        [.. Enumerable.Repeat(new Command(CommandKind.VmUnmapAliases), 500)]));

    public static void Run(string folder)
    {
        using CampaignBook book = new(folder);
        (long campaign, CheckPoint point) = Begun(book);
        using StreamWriter told = new(Console.OpenStandardOutput()) { AutoFlush = true };
        while (true)
        {
            point.Done.Add(point.Done.End, 1);
            book.Keep(campaign, point);
            told.WriteLine($"{CheckPointWord}{point.Done.Count}");

            string file = Path.Combine(folder, $"{point.Done.Count}.trace");
            if (WholeFile.TryCreate(file, Text))
            {
                told.WriteLine($"{TraceWord}{file}");
            }
        }
    }

    /// <summary>The campaign of the store, and how far it is.</summary>
    public static (long Campaign, CheckPoint Point) Begun(CampaignBook book)
    {
        if (book.TakeLast() is not { } last)
        {
            return (book.Begin(Build.OfSuite, "none", []), new CheckPoint());
        }

        return (last.Id, last.CheckPoint);
    }
}
