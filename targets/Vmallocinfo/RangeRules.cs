// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Targets;

/// <summary>The rules about two areas: listed once, disjoint.</summary>
static class RangeRules
{
    /// <summary>Judges all areas whose addresses tell them apart.</summary>
    public static void Judge(IReadOnlyList<ListedArea> areas, Tally tally)
    {
        List<ListedArea> distinct = JudgeOnce(areas, tally);
        JudgeDisjoint(distinct, tally);
    }

    /// <summary>An address without the tag of arm64's KASAN in its top byte.</summary>
    public static ulong Untagged(ulong address) =>
        (address >> 48 & 0xff) == 0xff && address >> 60 == 0xf
            ? address | 0xff00_0000_0000_0000
            : address;

    // Hashes of two addresses may be equal by chance, but not those of start and end and the size.
    static List<ListedArea> JudgeOnce(IReadOnlyList<ListedArea> areas, Tally tally)
    {
        Dictionary<(ulong, ulong, ulong), ListedArea> first = [];
        List<ListedArea> distinct = [];
        foreach (ListedArea area in areas)
        {
            if (area.Addresses is not (AddressKind.Plain or AddressKind.Hashed))
            {
                continue;
            }

            (ulong, ulong, ulong) key = (Untagged(area.Start), area.End, area.SizeBytes);
            if (first.TryAdd(key, area))
            {
                distinct.Add(area);
                tally.Judge(AuditRule.EachAreaIsListedOnce, area, null);
            }
            else if (area.Has(AreaMarks.Unpurged) != first[key].Has(AreaMarks.Unpurged))
            {
                tally.Note("listed as live and as unpurged: freed while the file was read",
                    area.Line);
            }
            else
            {
                tally.Judge(
                    AuditRule.EachAreaIsListedOnce,
                    area,
                    $"{area.Range} again (a kernel before 6.9 can repeat a line when areas come "
                        + "while it is read: read it again)",
                    first[key]);
            }
        }

        return distinct;
    }

    // One finding for each area that begins inside the one reaching farthest before it.
    static void JudgeDisjoint(List<ListedArea> areas, Tally tally)
    {
        ListedArea? farthest = null;
        ulong end = 0;
        foreach (ListedArea area in areas
            .Where(HasATrueRange)
            .OrderBy(area => Untagged(area.Start))
            .ThenBy(area => area.Line))
        {
            ulong start = Untagged(area.Start);
            bool apart = farthest is null || start >= end;
            (ListedArea later, ListedArea? earlier) = apart || area.Line > farthest!.Line
                ? (area, farthest)
                : (farthest, area);
            tally.Judge(
                AuditRule.AreasAreDisjoint,
                later,
                apart ? null : $"{later.Range} and {earlier!.Range} of "
                    + $"{earlier.Caller ?? "no caller"} share {Shared(area, farthest!)} bytes",
                apart ? null : earlier);
            ulong areaEnd = Untagged(area.End);
            if (farthest is null || areaEnd > end)
            {
                (farthest, end) = (area, areaEnd);
            }
        }
    }

    // An area whose range contradicts its size or wraps has its own finding already.
    static bool HasATrueRange(ListedArea area) =>
        area.Addresses == AddressKind.Plain
        && Untagged(area.End) > Untagged(area.Start)
        && unchecked(area.End - area.Start) == area.SizeBytes;

    static ulong Shared(ListedArea area, ListedArea farthest) =>
        Math.Min(Untagged(area.End), Untagged(farthest.End)) - Untagged(area.Start);
}
