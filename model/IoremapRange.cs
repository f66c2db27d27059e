// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Model;

/// <summary>Translations to a device: <c>ioremap_page_range</c> and the levels below.</summary>
/// <remarks>Ported. What was set before a failure stays, as in <c>vmap_page_range</c>.</remarks>
public sealed partial class Model
{
    [Kernel("ioremap_page_range", "io-range.2", "io-range.3")]
    int IoremapPteRange(PageTable pmd, ulong addr, ulong end, ulong physAddr, Pgprot prot)
    {
        PageTable? pte = PteAllocKernel(pmd, addr, Gfp.Kernel);
        if (pte is null)
        {
            return -Errno.ENOMEM;
        }

        ulong[] entries = pte.Entries;
        int i = PageTables.Index(addr, initMm.PteShift, entries.Length);
        pte.Use(i, Math.Min(i + (int)((end - addr) >> initMm.PteShift), entries.Length - 1));
        int pfn = (int)(physAddr >> machine.PageShift);
        for (; addr != end; addr = unchecked(addr + pageSize))
        {
            if (entries[i] != 0)
            {
                throw new KernelBug("ioremap_pte_range");
            }

            entries[i++] = Pte.Make(pfn, prot).Bits;
            pte.Present++;
            step.Add(EventKind.PteSet, addr, id: pfn++, bytes: prot.Bits);
        }

        return 0;
    }

    [Kernel("ioremap_page_range", "io-range.2", "io-range.3")]
    int IoremapPmdRange(PageTable pud, ulong addr, ulong end, ulong physAddr, Pgprot prot)
    {
        PageTable? pmd = PmdAlloc(pud, addr, Gfp.Kernel);
        if (pmd is null)
        {
            return -Errno.ENOMEM;
        }

        physAddr = unchecked(physAddr - addr);
        do
        {
            ulong next = AddrEnd(addr, end, initMm.PmdShift);
            if (IoremapPteRange(pmd, addr, next, unchecked(physAddr + addr), prot) != 0)
            {
                return -Errno.ENOMEM;
            }

            addr = next;
        }
        while (addr != end);

        return 0;
    }

    [Kernel("ioremap_page_range", "io-range.2")]
    int IoremapPudRange(int pgd, ulong addr, ulong end, ulong physAddr, Pgprot prot)
    {
        PageTable? pud = PudAlloc(pgd, addr, Gfp.Kernel);
        if (pud is null)
        {
            return -Errno.ENOMEM;
        }

        physAddr = unchecked(physAddr - addr);
        do
        {
            ulong next = AddrEnd(addr, end, initMm.PudShift);
            if (IoremapPmdRange(pud, addr, next, unchecked(physAddr + addr), prot) != 0)
            {
                return -Errno.ENOMEM;
            }

            addr = next;
        }
        while (addr != end);

        return 0;
    }

    /// <summary>
    /// <c>ioremap_page_range</c>: [addr, end) to the physical pages from physAddr on. 0, or
    /// -ENOMEM; the cache is flushed on failure too.
    /// </summary>
    [Kernel("ioremap_page_range", "io-range.1", "io-range.2", "io-range.4")]
    int IoremapPageRange(ulong addr, ulong end, ulong physAddr, Pgprot prot)
    {
        if (addr >= end)
        {
            throw new KernelBug("ioremap_page_range");
        }

        ulong start = addr;
        prot = machine.Supported(prot);
        int err;
        physAddr = unchecked(physAddr - addr);
        do
        {
            int pgd = PageTables.Index(addr, initMm.PgdShift, initMm.Pgd.Length);
            ulong next = AddrEnd(addr, end, initMm.PgdShift);
            err = IoremapPudRange(pgd, addr, next, unchecked(physAddr + addr), prot);
            addr = next;
        }
        while (err == 0 && addr != end);

        step.Add(EventKind.CacheFlushMap, start, end);
        return err;
    }
}
