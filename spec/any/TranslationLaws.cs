// SPDX-License-Identifier: GPL-2.0-only
using static Verification.Spec.Laws;

namespace Verification.Spec;

/// <summary>Page tables, and the TLBs that remember them.</summary>
public static class TranslationLaws
{
    /// <summary>
    /// Lazily freed areas are areas still; where they may map, their own law says.
    /// </summary>
    public static Law<Mapped> TranslationsLieInAreas { get; } = Always<Mapped>(
        "no present translation lies outside an area",
        from: "vunmap_page_range",
        steps: ["vunmap.3"],
        among: Among.PresentPages,
        holds: static (ledger, page) => ledger.AreaAt(page.Address) is not null);

    public static Law<Mapped> EntriesAreNotOverwritten { get; } = Always<Mapped>(
        "an entry is written only when it is empty and no TLB remembers another",
        from: "vmap_pte_range",
        steps: ["vmap-range.3"],
        among: Among.PresentPages,
        holds: static (_, page) => !page.Translation.WasOverwritten);

    public static Law<Mapped> TranslationsAreReachable { get; } = Always<Mapped>(
        "every translation lies in a table that every upper level reaches",
        from: "pte_alloc_kernel",
        steps: ["vmap-range.2", "vunmap.4", "io-range.2"],
        among: Among.PresentPages,
        holds: static (ledger, page) =>
            (page.Translation.IsHuge || ledger.IsReachable(TableLevel.Pte, page.Address))
            && ledger.IsReachable(TableLevel.Pmd, page.Address)
            && ledger.IsReachable(TableLevel.Pud, page.Address));

    public static Law<Linked> TablesAreLinkedOnce { get; } = Always<Linked>(
        "every page table is reachable exactly once",
        from: "__pmd_alloc",
        steps: ["vmap-range.2", "vunmap.4"],
        holds: static (ledger, table) =>
            ledger.IsReachable(table.Level, table.Base)
            && (table.Level == TableLevel.Pud
                || ledger.IsReachable(table.Level - 1, table.Base)));

    /// <summary>i386 has no pud and no pmd, PAE no pud: nothing of theirs can run out.</summary>
    public static Law<Linked> TablesAreTheHardwares { get; } = Always<Linked>(
        "no page table is made of a level that the hardware does not have",
        from: "__pmd_alloc",
        steps: ["tables.3"],
        holds: static (ledger, table) => !ledger.Machine.Levels.IsFolded(table.Level));

    /// <summary>A stale entry is forgiven while the flush that ends it is still owed.</summary>
    public static Law<Mapped> TlbsHoldCurrentTranslations { get; } = Always<Mapped>(
        "a CPU's TLB holds only current translations, and those of freed areas until their flush",
        from: "flush_tlb_kernel_range",
        steps: ["purge.4"],
        among: Among.PagesInTlbs,
        holds: static (ledger, page) => IsCurrent(ledger, page)) with
    {
        Needs = Observations.Events | Observations.Tlb,
    };

    static bool IsCurrent(Ledger ledger, Mapped page)
    {
        foreach (TlbEntry entry in ledger.Tlb)
        {
            if (entry.Address == page.Address && page.Translation.IsPresent
                && entry.Frame != page.Translation.Frame)
            {
                return false;
            }
        }

        return page.Translation.IsPresent || page.Translation.IsUnflushed;
    }
}
