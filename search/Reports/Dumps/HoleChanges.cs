// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Search;

/// <summary>Free address space between the areas, where it is otherwise.</summary>
static class HoleChanges
{
    /// <summary>More former holes than this are counted, not listed.</summary>
    const int SizesShown = 3;

    public static IEnumerable<DumpChange> Of(Dump before, Dump after)
    {
        List<(long Start, long End)> olds = Holes(before);
        List<(long Start, long End)> nows = Holes(after);
        int first = 0;
        foreach ((long start, long end) in nows)
        {
            while (first < olds.Count && olds[first].End <= start)
            {
                first++;
            }

            int behind = first;
            while (behind < olds.Count && olds[behind].Start < end)
            {
                behind++;
            }

            if (behind == first)
            {
                yield return DumpChange.Of(
                    DumpChangeKind.HoleAppeared, start, end, "hole appeared");
            }
            else if (olds[first] != (start, end))
            {
                yield return DumpChange.Of(
                    DumpChangeKind.HoleSize, start, end, $"hole, was {Sizes(olds[first..behind])}");
            }

            first = Math.Max(first, behind - 1);
        }

        foreach ((long start, long end) in Filled(olds, nows))
        {
            yield return DumpChange.Of(DumpChangeKind.HoleFilled, start, end, "hole filled");
        }
    }

    static List<(long Start, long End)> Holes(Dump dump)
    {
        List<(long Start, long End)> holes = [];
        long at = 0;
        foreach ((long start, long end) in dump.Areas
            .Select(static area =>
                (area.Start, End: area.End < area.Start ? long.MaxValue : area.End))
            .Where(area => area.End > 0 && area.Start < dump.Extent && area.End > area.Start)
            .OrderBy(static area => area.Start))
        {
            Add(start);
            at = Math.Max(at, end);
        }

        Add(dump.Extent);
        return holes;

        void Add(long end)
        {
            if (end > at)
            {
                holes.Add((at, end));
            }
        }
    }

    /// <summary>Former holes of which nothing is left.</summary>
    static IEnumerable<(long Start, long End)> Filled(
        List<(long Start, long End)> olds, List<(long Start, long End)> nows)
    {
        int next = 0;
        foreach ((long start, long end) in olds)
        {
            while (next < nows.Count && nows[next].End <= start)
            {
                next++;
            }

            if (next == nows.Count || nows[next].Start >= end)
            {
                yield return (start, end);
            }
        }
    }

    static string Sizes(List<(long Start, long End)> holes) => holes.Count > SizesShown
        ? $"{holes.Count} holes"
        : string.Join(" and ", holes.Select(static one =>
            SizeText.Readable(unchecked((ulong)(one.End - one.Start)))));
}
