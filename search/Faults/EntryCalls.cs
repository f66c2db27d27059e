// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Search;

/// <summary>
/// The calls of every entry point in the table of signatures, in the sizes at which something new
/// is allocated, with every node of the machine, with and without __GFP_NOFAIL.
/// </summary>
public static class EntryCalls
{
    /// <summary>Bytes; longer reads and writes are not made.</summary>
    const ulong MostRead = 1 << 20;

    const Gfp Usual = Gfp.Kernel | Gfp.Highmem;

    /// <summary>All of them, in the order of the table.</summary>
    public static IEnumerable<EntryCall> On(Machine machine, Era era, DefectMode mode) =>
        from row in Signature.All
        where row.IsIn(era)
        from pages in Sizes(row, machine)
        from node in row.Takes(Param.Node) ? Nodes(machine) : [-1]
        from gfp in Masks(row, era)
        select new EntryCall(machine, era, mode, row, pages, node, gfp);

    /// <summary>
    /// In pages: one; as many as lie across the first boundary of a pud table and so of every
    /// table; one more than a pages array in the slab, and than one nested once, can hold.
    /// </summary>
    public static IEnumerable<ulong> Sizes(Machine machine)
    {
        ulong array = machine.PageSize / (ulong)machine.PointerBytes;
        ulong[] sizes = [1, PagesToBoundary(machine) + 4, array + 1, array * array + 1];
        return sizes.Where(pages => pages <= (ulong)machine.TotalRam).Distinct();
    }

    /// <summary>
    /// One huge page, where there is memory for a new one in every round, and what is smaller.
    /// </summary>
    static IEnumerable<ulong> HugeSizes(Machine machine)
    {
        ulong huge = 1UL << machine.Levels.Pte;
        bool isRoom = huge <= (ulong)machine.TotalRam
            && (EntryCall.Rounds + 2) * huge <= (ulong)machine.Frames;
        return Sizes(machine).Where(pages => pages < huge).Concat(isRoom ? [huge] : []);
    }

    static IEnumerable<ulong> Sizes(Signature row, Machine machine)
    {
        bool hasSize = row.Takes(Param.Size) || row.Takes(Param.Pages)
            || row.Takes(Param.Count) || row.Takes(Param.Pointer) || row.Takes(Param.Areas);
        ulong most = row.Kind switch
        {
            CommandKind.Vread or CommandKind.Vwrite => MostRead >> machine.PageShift,
            CommandKind.Ioremap or CommandKind.Iounmap => Machine.DeviceFrames,
            _ => ulong.MaxValue,
        };
        return !hasSize ? [1] : row.Kind == CommandKind.VmallocHuge ? HugeSizes(machine)
            : Sizes(machine).Where(pages => pages <= most);
    }

    static Gfp[] Masks(Signature row, Era era) => !row.Takes(Param.Gfp) ? [Usual]
        : era <= row.MaskUntil ? [Usual, Usual | Gfp.Nofail] : [Gfp.Kernel];

    static IEnumerable<int> Nodes(Machine machine) =>
        machine.Nodes == 1 ? [-1] : Enumerable.Range(-1, machine.Nodes + 1);

    static ulong PagesToBoundary(Machine machine)
    {
        int shift = machine.PageShift + machine.Levels.Reach(TableLevel.Pud);
        ulong boundary = ((machine.Start >> shift) + 1) << shift;
        return (boundary - machine.Start) >> machine.PageShift;
    }
}
