// SPDX-License-Identifier: GPL-2.0-only
using Verification.Search;
using Verification.Vmcheck;

namespace Verification.Crashes;

/// <summary>
/// Does to a store what `check` does to it, as fast as it can: begins a campaign or goes on with
/// one, keeps check points, saves findings, ends it, and begins the next, without end. What was
/// done is told on standard output, a line each.
/// </summary>
static class Writer
{
    /// <summary>The word it is started by.</summary>
    public const string Verb = "write";

    /// <summary>Before the number of traces that a check point holds.</summary>
    public const string CheckPointWord = "check-point ";

    /// <summary>Before the name of a trace file.</summary>
    public const string TraceWord = "trace ";

    /// <summary>A campaign came to its end.</summary>
    public const string EndWord = "end";

    /// <summary>Before what the store could not do.</summary>
    public const string TroubleWord = "trouble ";

    public static void Run(string folder, string file)
    {
        SmallHunt hunt = SmallHunt.Read(file);
        using StreamWriter told = new(Console.OpenStandardOutput()) { AutoFlush = true };
        while (true)
        {
            using StringWriter trouble = new();
            using TraceStore store = new(folder, trouble);
            long done = Begun(store)?.Done.Count ?? 0;
            if (done == 0)
            {
                store.Begin(Build.OfSuite, CampaignPlan.Model, ["--seed", "11"]);
            }

            Hunt(hunt, done, store, told);
            store.End();
            told.WriteLine(trouble.ToString() is { Length: > 0 } text
                ? $"{TroubleWord}{text.ReplaceLineEndings(" ")}" : EndWord);
        }
    }

    /// <summary>How far the campaign of a store is; null: there is none to go on with.</summary>
    public static CheckPoint? Begun(TraceStore store)
    {
        try
        {
            return store.TakeLast().CheckPoint;
        }
        catch (VerbException none) when (none.Message.Contains(
            "no campaign that is unfinished", StringComparison.Ordinal))
        {
            return null;
        }
    }

    static void Hunt(SmallHunt hunt, long done, TraceStore store, StreamWriter told)
    {
        foreach ((int at, CheckPoint point) in hunt.Points.Index()
            .Where(one => one.Item.Done.Count > done))
        {
            store.Keep(point);
            told.WriteLine($"{CheckPointWord}{point.Done.Count}");
            Finding saved = store.Save(hunt.Findings[at % hunt.Findings.Count]);
            told.WriteLine($"{TraceWord}{saved.Failure.File}");
        }
    }
}
