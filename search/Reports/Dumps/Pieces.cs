// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Search;

/// <summary>
/// The runs of a dump, cut where areas, their guard pages and runs of frames begin and end.
/// </summary>
static class Pieces
{
    /// <summary>
    /// Two dumps laid over one another: what each says of the same addresses, ascending.
    /// </summary>
    public static IEnumerable<(Piece Old, Piece Now)> Overlaid(Dump before, Dump after)
    {
        List<DumpedArea> oldAreas = Disjoint(before.Areas);
        List<DumpedArea> nowAreas = Disjoint(after.Areas);
        long oldPage = PageOf(before.Ranges, oldAreas);
        long nowPage = PageOf(after.Ranges, nowAreas);
        List<Piece> old = Of(before.Ranges, oldAreas, oldPage != 0 ? oldPage : nowPage);
        List<Piece> now = Of(after.Ranges, nowAreas, nowPage != 0 ? nowPage : oldPage);
        long at = long.MinValue;
        for (int i = 0, k = 0; i < old.Count || k < now.Count;)
        {
            long end = Math.Min(NextCut(old, i, at), NextCut(now, k, at));
            if (at != long.MinValue)
            {
                yield return (At(old, i, at, end), At(now, k, at, end));
            }

            at = end;
            i += i < old.Count && old[i].End == at ? 1 : 0;
            k += k < now.Count && now[k].End == at ? 1 : 0;
        }
    }

    static long NextCut(List<Piece> pieces, int next, long at) =>
        next == pieces.Count ? long.MaxValue
        : pieces[next].Start > at ? pieces[next].Start : pieces[next].End;

    static Piece At(List<Piece> pieces, int next, long at, long end) =>
        next < pieces.Count && pieces[next].Start <= at ? pieces[next].Between(at, end)
            : new Piece(at, end, 0, PteBits.None, -1, 0, false);

    /// <summary>By address, without those that begin inside another.</summary>
    static List<DumpedArea> Disjoint(IEnumerable<DumpedArea> areas)
    {
        List<DumpedArea> disjoint = [];
        foreach (DumpedArea area in areas.Where(static area => area.End > area.Start)
            .OrderBy(static area => area.Start))
        {
            if (disjoint.Count == 0 || disjoint[^1].End <= area.Start)
            {
                disjoint.Add(area);
            }
        }

        return disjoint;
    }

    /// <summary>Bytes of a page: what an area maps, by its frames; 0: no area tells.</summary>
    static long PageOf(IReadOnlyList<DumpedRange> ranges, List<DumpedArea> areas)
    {
        int next = 0;
        foreach (DumpedArea area in areas)
        {
            long bytes = 0;
            for (; next < ranges.Count && ranges[next].Start < area.End; next++)
            {
                DumpedRange range = ranges[next];
                long inside = Math.Min(range.End, area.End) - Math.Max(range.Start, area.Start);
                bytes += range.IsPresent ? Math.Max(inside, 0) : 0;
                if (range.End > area.End)
                {
                    break;
                }
            }

            long frames = area.Maps?.Frames.All.Sum(static run => (long)run.Count) ?? 0;
            if (frames > 0 && bytes % frames == 0 && long.IsPow2(bytes / frames))
            {
                return bytes / frames;
            }
        }

        return 0;
    }

    static List<Piece> Of(
        IReadOnlyList<DumpedRange> ranges, List<DumpedArea> areas, long page)
    {
        List<Piece> pieces = [];
        int next = 0;
        FrameCursor frames = default;
        foreach (DumpedRange range in ranges)
        {
            for (long at = range.Start; at < range.End; at = pieces[^1].End)
            {
                for (; next < areas.Count && areas[next].End <= at; next++)
                {
                    frames = default;
                }

                DumpedArea? area =
                    next < areas.Count && areas[next].Start <= at ? areas[next] : null;
                long end = Math.Min(range.End, area?.End
                    ?? (next < areas.Count ? areas[next].Start : long.MaxValue));
                Piece piece = new(at, end, range.Level, range.Bits, -1, page, false);
                pieces.Add(range.IsPresent && area is not null && page != 0
                    ? frames.Take(area, piece) : piece);
            }
        }

        return pieces;
    }
}
