// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Search;

/// <summary>
/// What changed between two dumps, in the words of the subject: first what is about ranges, by
/// address, then blocks, TLBs, kmemleak and counters. What follows from a change is not told twice.
/// </summary>
public static class DumpDifference
{
    /// <summary>Of two states of one run, whose frame numbers are common to both.</summary>
    public static IReadOnlyList<DumpChange> Of(Dump before, Dump after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return Of(before, after, AreaPairs.OfOneRun(before, after));
    }

    /// <summary>
    /// Of two runs, each of which numbers its frames for itself: only which pages share a frame is
    /// compared. Frames of the second are told by the numbers of the first.
    /// </summary>
    public static IReadOnlyList<DumpChange> OfTwoRuns(Dump before, Dump after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        Dump renamed = FrameMatch.Renamed(before, after);
        return Of(before, renamed, AreaPairs.OfTwoRuns(before, renamed));
    }

    static List<DumpChange> Of(Dump before, Dump after, AreaPairs pairs)
    {
        List<DumpChange> ranges = [.. AreaChanges.Of(pairs)];
        int areas = ranges.Count;
        PageTableChanges tables = new(after.Counters);
        foreach ((Piece old, Piece now) in Pieces.Overlaid(before, after))
        {
            tables.Add(old, now);
        }

        ranges.AddRange(tables.All);
        bool isMappedOtherwise = ranges.Count > areas;
        ranges.AddRange(HoleChanges.Of(before, after));
        return
        [
            .. ranges.OrderBy(static change => change.Start).ThenBy(static change => change.Kind),
            .. BlockChanges.Of(before.Blocks, after.Blocks),
            .. TlbChanges.Of(before.Tlb, after.Tlb),
            .. KmemleakChanges.Of(before.Kmemleak, after.Kmemleak),
            .. CounterChanges.Of(before.Counters, after.Counters, isMappedOtherwise),
        ];
    }
}
