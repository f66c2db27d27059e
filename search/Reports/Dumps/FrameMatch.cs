// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Search;

/// <summary>
/// Finds out which frame of one run stands where which frame of another does: the first page that
/// maps a frame of either decides.
/// </summary>
sealed class FrameMatch
{
    readonly Dictionary<int, int> firstOf = [];
    readonly HashSet<int> matched = [];
    int fresh;

    /// <summary>
    /// The second dump with the frame numbers of the first; strangers come behind.
    /// </summary>
    public static Dump Renamed(Dump before, Dump after)
    {
        FrameMatch match = new() { fresh = 1 + Largest(before) };
        foreach ((Piece old, Piece now) in Pieces.Overlaid(before, after))
        {
            if (old.Frames is { } was && now.Frames is { } becomes)
            {
                match.Pair(was, becomes);
            }
        }

        foreach ((DumpedArea old, DumpedArea now) in AreaPairs.OfTwoRuns(before, after).Moved)
        {
            foreach ((FrameRun was, FrameRun becomes) in Runs(old).Zip(Runs(now)))
            {
                match.Pair(was, becomes);
            }
        }

        return after with
        {
            Areas = [.. after.Areas.Select(match.Renamed)],
            Tlb = [.. after.Tlb.Select(entry => entry with { Frame = match.Name(entry.Frame) })],
        };
    }

    static int Largest(Dump dump) => dump.Areas.SelectMany(Runs).Select(static run => run.Last)
        .Concat(dump.Tlb.Select(static entry => entry.Frame)).DefaultIfEmpty(-1).Max();

    static IReadOnlyList<FrameRun> Runs(DumpedArea area) => area.Maps?.Frames.Shown ?? [];

    void Pair(FrameRun was, FrameRun becomes)
    {
        for (int i = 0; i < Math.Min(was.Count, becomes.Count); i++)
        {
            if (!matched.Contains(was.First + i) && !firstOf.ContainsKey(becomes.First + i))
            {
                matched.Add(was.First + i);
                firstOf.Add(becomes.First + i, was.First + i);
            }
        }
    }

    DumpedArea Renamed(DumpedArea area) => area.Maps is not { } maps ? area : area with
    {
        Maps = maps with
        {
            Frames = maps.Frames with
            {
                Shown = FrameRuns.Joined(maps.Frames.Shown.SelectMany(static run =>
                    Enumerable.Range(run.First, run.Count)).Select(Name)),
            },
        },
    };

    int Name(int frame)
    {
        if (!firstOf.TryGetValue(frame, out int name))
        {
            name = fresh++;
            firstOf.Add(frame, name);
        }

        return name;
    }
}
