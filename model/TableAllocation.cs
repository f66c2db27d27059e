// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Model;

/// <summary>Tables made on demand: pud_alloc, pmd_alloc, pte_alloc_kernel and their walk.</summary>
/// <remarks>
/// Simplified: one thread, so nobody links a table first. The machine has room for
/// <see cref="MaxTables"/> tables; then allocation fails as if by a fault. Of a level that is
/// folded nothing is allocated: its one entry stands for the entry above. PAE's pmds are made on
/// demand here; a real one has them from boot.
/// </remarks>
public sealed partial class Model
{
    /// <summary>Tables a machine has memory for.</summary>
    public const int MaxTables = 1 << 14;

    [Kernel("vmap_page_range_noflush", "vmap-range.2")]
    PageTable? PudAlloc(int pgd, ulong addr, Gfp gfp) =>
        initMm.Pgd[pgd] ?? (initMm.Pgd[pgd] = TableAlloc(TableLevel.Pud, addr, gfp));

    [Kernel("vmap_page_range_noflush", "vmap-range.2")]
    PageTable? PmdAlloc(PageTable pud, ulong addr, Gfp gfp)
    {
        int i = PageTables.Index(addr, initMm.PudShift, pud.Below.Length);
        return pud.Below[i] ?? Link(pud, i, TableAlloc(TableLevel.Pmd, addr, gfp));
    }

    [Kernel("vmap_page_range_noflush", "vmap-range.2")]
    PageTable? PteAllocKernel(PageTable pmd, ulong addr, Gfp gfp)
    {
        int i = PageTables.Index(addr, initMm.PmdShift, pmd.Below.Length);
        return pmd.Below[i] ?? Link(pmd, i, TableAlloc(TableLevel.Pte, addr, gfp));
    }

    static PageTable? Link(PageTable above, int index, PageTable? table)
    {
        above.Below[index] = table;
        above.Use(index, index);
        return table;
    }

    [Kernel("tables", "tables.2", "tables.3")]
    PageTable? TableAlloc(TableLevel level, ulong addr, Gfp gfp)
    {
        if (machine.Levels.IsFolded(level))
        {
            return initMm.Take(level, addr);
        }

        gfp = TableGfp(gfp);
        var (puds, pmds, ptes) = initMm.Count;
        if (Fails(FaultSite.Table) || puds + pmds + ptes >= MaxTables)
        {
            step.Add(new Event(EventKind.TableFail, (byte)level, 0, 0, gfp, addr, 0, 0));
            return null;
        }

        PageTable table = initMm.Take(level, addr);
        step.Add(new Event(EventKind.TableAlloc, (byte)level, table.Id, 0, gfp, addr, 0, 0));
        Emit(EventKind.Lock, KernelLock.PageTable);
        Emit(EventKind.Unlock, KernelLock.PageTable);
        return table;
    }

    /// <summary>x86 asks for tables with GFP_KERNEL, whatever the caller may do (B47).</summary>
    [Kernel("tables", "tables.1")]
    Gfp TableGfp(Gfp gfp) =>
        (faithful ? Gfp.Kernel : gfp & Gfp.ReclaimMask) | Gfp.Repeat | Gfp.Zero;

    /// <summary>
    /// <c>apply_to_page_range</c> with nothing to apply: the tables of [addr, end).
    /// </summary>
    [Kernel("apply_to_page_range", "apply.1")]
    int ApplyToPageRange(ulong addr, ulong size)
    {
        ulong end = UnsignedLong(unchecked(addr + size));
        if (addr >= end)
        {
            throw new KernelBug("apply_to_page_range");
        }

        do
        {
            int pgd = PageTables.Index(addr, initMm.PgdShift, initMm.Pgd.Length);
            PageTable? pud = PudAlloc(pgd, addr, Gfp.Kernel);
            PageTable? pmd = pud is null ? null : PmdAlloc(pud, addr, Gfp.Kernel);
            if (pmd is null || PteAllocKernel(pmd, addr, Gfp.Kernel) is null)
            {
                return -Errno.ENOMEM;
            }

            addr = AddrEnd(addr, end, initMm.PmdShift);
        }
        while (addr != end);

        return 0;
    }

    /// <summary>
    /// <c>vmalloc_to_page</c>: the frame behind an address, -1 when there is none.
    /// </summary>
    [Kernel("vmalloc_to_page", "to-page.1")]
    int VmallocToPage(ulong addr)
    {
        var pte = new Pte(initMm.Lookup(addr));
        return pte.IsPresent ? pte.Frame : -1;
    }
}
