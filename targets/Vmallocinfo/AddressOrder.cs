// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Targets;

/// <summary>Whether the lines stand in an order some kernel lists areas in.</summary>
/// <remarks>
/// Before 6.9 one list holds all areas in address order. Since 6.9 there is a list for each of up
/// to 128 vmap nodes, one after the other; an area belongs to the node its start falls on when
/// zones of 16 pages are dealt out in turn. The number of nodes is not printed, so a file is in
/// order when some number of nodes explains it.
/// </remarks>
static class AddressOrder
{
    const int MostNodes = 128;
    const ulong ZonePages = 16;
    const int UnsortedShare = 4;

    /// <summary>Judges the order of all areas that every kernel keeps in order.</summary>
    public static void Judge(IReadOnlyList<ListedArea> areas, ulong pageSize, Tally tally)
    {
        List<ListedArea> kept = [.. areas.Where(IsKeptInOrder)];
        if (kept.Count < 2)
        {
            return;
        }

        ulong[] starts = [.. kept.Select(area => RangeRules.Untagged(area.Start))];
        int nodes = 1;
        List<int> breaks = BreaksOf(starts, 1, pageSize, int.MaxValue);
        for (int tried = 2; tried <= MostNodes && breaks.Count > 0; tried++)
        {
            List<int> found = BreaksOf(starts, tried, pageSize, breaks.Count);
            if (found.Count < breaks.Count)
            {
                (nodes, breaks) = (tried, found);
            }
        }

        if (breaks.Count > 1 && breaks.Count * UnsortedShare > kept.Count)
        {
            tally.Note(
                "addresses go up and down in no order of a kernel, as after sorting or joining "
                    + "files: order not judged; first break",
                kept[breaks[0]].Line);
            return;
        }

        if (nodes > 1)
        {
            tally.Note($"listed node by node (as with {nodes} vmap nodes), kernel 6.9 or later; "
                + "the first line that goes down in address", FirstDescent(kept, starts));
        }

        HashSet<int> broken = [.. breaks];
        for (int i = 1; i < kept.Count; i++)
        {
            tally.Judge(
                AuditRule.AddressesAscend,
                kept[i],
                broken.Contains(i)
                    ? $"{kept[i].Range} comes after {kept[i - 1].Range}"
                    : null,
                broken.Contains(i) ? kept[i - 1] : null);
        }
    }

    // Unpurged areas come from a list of their own, and areas without a caller were registered
    // before vmalloc was up, in reverse.
    static bool IsKeptInOrder(ListedArea area) =>
        area.Addresses == AddressKind.Plain
        && !area.Has(AreaMarks.Unpurged)
        && (area.Caller is not null || area.Has(AreaMarks.VmMapRam));

    static List<int> BreaksOf(ulong[] starts, int nodes, ulong pageSize, int enough)
    {
        ulong zone = pageSize * ZonePages;
        List<int> breaks = [];
        ulong nodeBefore = starts[0] / zone % (ulong)nodes;
        for (int i = 1; i < starts.Length && breaks.Count < enough; i++)
        {
            ulong node = starts[i] / zone % (ulong)nodes;
            if (node < nodeBefore || (node == nodeBefore && starts[i] < starts[i - 1]))
            {
                breaks.Add(i);
            }

            nodeBefore = node;
        }

        return breaks;
    }

    static int FirstDescent(List<ListedArea> kept, ulong[] starts)
    {
        int i = 1;
        while (i < starts.Length - 1 && starts[i] >= starts[i - 1])
        {
            i++;
        }

        return kept[i].Line;
    }
}
