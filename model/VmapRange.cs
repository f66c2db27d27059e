// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Model;

/// <summary>Setting translations: <c>vmap_page_range</c> and the levels below.</summary>
/// <remarks>
/// Ported. What was set before a failure stays; every failure below the pmd becomes -ENOMEM. A
/// page pointer beyond the end of the caller's array, undefined in C, reads as NULL. What an entry
/// has no room for is cut off once for all entries, where x86 masks each.
/// </remarks>
public sealed partial class Model
{
    [Kernel(
        "vmap_page_range_noflush",
        "vmap-range.2", "vmap-range.3", "vmap-range.4", "vmap-range.5")]
    int VmapPteRange(
        PageTable pmd, ulong addr, ulong end, Pgprot prot, ReadOnlySpan<int> pages, ref int nr,
        Gfp gfp)
    {
        PageTable? pte = PteAllocKernel(pmd, addr, gfp);
        if (pte is null)
        {
            return -Errno.ENOMEM;
        }

        ulong[] entries = pte.Entries;
        int i = PageTables.Index(addr, initMm.PteShift, entries.Length);
        pte.Use(i, Math.Min(i + (int)((end - addr) >> initMm.PteShift), entries.Length - 1));
        do
        {
            int page = nr < pages.Length ? pages[nr] : -1;
            if (entries[i] != 0)
            {
                Warn(Splat.Occupied, addr);
                return -Errno.EBUSY;
            }

            if (page < 0)
            {
                Warn(Splat.NullPage, addr);
                return -Errno.ENOMEM;
            }

            entries[i++] = Pte.Make(page, prot).Bits;
            pte.Present++;
            step.Add(EventKind.PteSet, addr, id: page, bytes: prot.Bits);
            nr++;
            addr = unchecked(addr + pageSize);
        }
        while (addr < end && i < entries.Length);

        return 0;
    }

    [Kernel("vmap_page_range_noflush", "vmap-range.2", "vmap-range.6", "vmap-range.7")]
    int VmapPmdRange(
        PageTable pud, ulong addr, ulong end, Pgprot prot, ReadOnlySpan<int> pages, ref int nr,
        Gfp gfp)
    {
        PageTable? pmd = PmdAlloc(pud, addr, gfp);
        if (pmd is null)
        {
            return -Errno.ENOMEM;
        }

        do
        {
            ulong next = AddrEnd(addr, end, initMm.PmdShift);
            if (VmapPteRange(pmd, addr, next, prot, pages, ref nr, gfp) != 0)
            {
                return -Errno.ENOMEM;
            }

            addr = next;
        }
        while (addr != end);

        return 0;
    }

    [Kernel("vmap_page_range_noflush", "vmap-range.2", "vmap-range.6")]
    int VmapPudRange(
        int pgd, ulong addr, ulong end, Pgprot prot, ReadOnlySpan<int> pages, ref int nr, Gfp gfp)
    {
        PageTable? pud = PudAlloc(pgd, addr, gfp);
        if (pud is null)
        {
            return -Errno.ENOMEM;
        }

        do
        {
            ulong next = AddrEnd(addr, end, initMm.PudShift);
            if (VmapPmdRange(pud, addr, next, prot, pages, ref nr, gfp) != 0)
            {
                return -Errno.ENOMEM;
            }

            addr = next;
        }
        while (addr != end);

        return 0;
    }

    /// <summary>
    /// <c>vmap_page_range_noflush</c>: maps pages in order; their number, or a negative errno.
    /// </summary>
    [Kernel(
        "vmap_page_range_noflush", "vmap-range.1", "vmap-range.5", "vmap-range.7", "vmap-range.8")]
    int VmapPageRangeNoflush(
        ulong start, ulong end, Pgprot prot, ReadOnlySpan<int> pages, Gfp gfp)
    {
        ulong addr = start;
        if (addr >= end)
        {
            throw new KernelBug("vmap_page_range_noflush");
        }

        int nr = 0;
        prot = machine.Supported(prot);
        do
        {
            int pgd = PageTables.Index(addr, initMm.PgdShift, initMm.Pgd.Length);
            ulong next = AddrEnd(addr, end, initMm.PgdShift);
            int err = VmapPudRange(pgd, addr, next, prot, pages, ref nr, gfp);
            if (err != 0)
            {
                return err;
            }

            addr = next;
        }
        while (addr != end);

        return nr;
    }

    /// <summary><c>vmap_page_range</c>: the cache is flushed on failure too.</summary>
    [Kernel("vmap_page_range", "vmap-flush.1")]
    int VmapPageRange(ulong start, ulong end, Pgprot prot, ReadOnlySpan<int> pages, Gfp gfp)
    {
        int ret = VmapPageRangeNoflush(start, end, prot, pages, gfp);
        step.Add(EventKind.CacheFlushMap, start, end);
        return ret;
    }
}
