// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Model;

/// <summary>Clearing translations: <c>vunmap_page_range</c> and the levels below.</summary>
/// <remarks>Ported; "bad" entries and large pages cannot occur and are not looked for.</remarks>
public sealed partial class Model
{
    readonly PageTables initMm = new();

    [Kernel("vunmap_page_range", "vunmap.3")]
    void VunmapPteRange(PageTable pte, ulong addr, ulong end)
    {
        if (pte.Present == 0)
        {
            return;
        }

        ulong[] entries = pte.Entries;
        int i = PageTables.Index(addr, initMm.PteShift, entries.Length);
        unchecked
        {
            do
            {
                ulong entry = entries[i];
                if (entry != 0)
                {
                    entries[i] = 0;
                    pte.Present--;
                    step.Add(EventKind.PteClear, addr, id: new Pte(entry).Frame);
                }

                addr += pageSize;
                i++;
            }
            while (addr < end && i < entries.Length);
        }
    }

    [Kernel("vunmap_page_range", "vunmap.2", "vunmap.4")]
    void VunmapPmdRange(PageTable pmd, ulong addr, ulong end)
    {
        int i = PageTables.Index(addr, initMm.PmdShift, pmd.Below.Length);
        ulong next;
        do
        {
            next = AddrEnd(addr, end, initMm.PmdShift);
            if (pmd.Below[i++] is { } pte)
            {
                VunmapPteRange(pte, addr, next);
            }

            addr = next;
        }
        while (addr != end);
    }

    [Kernel("vunmap_page_range", "vunmap.2")]
    void VunmapPudRange(PageTable pud, ulong addr, ulong end)
    {
        int i = PageTables.Index(addr, initMm.PudShift, pud.Below.Length);
        ulong next;
        do
        {
            next = AddrEnd(addr, end, initMm.PudShift);
            if (pud.Below[i++] is { } pmd)
            {
                VunmapPmdRange(pmd, addr, next);
            }

            addr = next;
        }
        while (addr != end);
    }

    /// <summary><c>vunmap_page_range</c>: [addr, end), empty entries included, silently.</summary>
    [Kernel("vunmap_page_range", "vunmap.1", "vunmap.2", "vunmap.4")]
    void VunmapPageRange(ulong addr, ulong end)
    {
        if (addr >= end)
        {
            throw new KernelBug("vunmap_page_range");
        }

        PageTable?[] pgd = initMm.Pgd;
        int i = PageTables.Index(addr, initMm.PgdShift, pgd.Length);
        // No walk is longer than the whole table, however large the range.
        for (int left = pgd.Length; left > 0 && addr != end; left--)
        {
            ulong next = AddrEnd(addr, end, initMm.PgdShift);
            if (pgd[i] is { } pud)
            {
                VunmapPudRange(pud, addr, next);
            }

            i = (i + 1) & (pgd.Length - 1);
            addr = next;
        }
    }

    /// <summary>pgd_addr_end and its kin: the next boundary of a level, or end.</summary>
    static ulong AddrEnd(ulong addr, ulong end, int shift)
    {
        unchecked
        {
            ulong size = 1UL << shift;
            ulong boundary = (addr + size) & ~(size - 1);
            return boundary - 1 < end - 1 ? boundary : end;
        }
    }
}
