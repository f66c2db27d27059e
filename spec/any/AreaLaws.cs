// SPDX-License-Identifier: GPL-2.0-only
using static Verification.Spec.Laws;

namespace Verification.Spec;

/// <summary>Where areas lie, and what a range must be rid of before it is used again.</summary>
public static class AreaLaws
{
    /// <summary>Lazily freed areas count: their range is still taken.</summary>
    public static Law<Area> AreasAreDisjoint { get; } = Always<Area>(
        "no two areas overlap",
        from: "alloc_vmap_area",
        steps: ["insert-va.1", "alloc-va.5", "alloc-va.7"],
        among: Among.StandingAreas,
        holds: static (ledger, area) => !ledger.Areas.Overlaps(area));

    public static Law<Area> AreasLieInTheRange { get; } = Always<Area>(
        "every area lies between VMALLOC_START and VMALLOC_END",
        from: "alloc_vmap_area",
        steps: ["alloc-va.4"],
        among: Among.StandingAreas,
        holds: static (ledger, area) =>
            area.Start >= ledger.Machine.Start && area.Start < area.End
            && area.End - ledger.Profile.EndSlack <= ledger.Machine.End);

    /// <summary>align 1 stands for what page-aligned sizes give: a page boundary.</summary>
    public static Law<Area> BlocksAreAlignedAsAsked { get; } = Always<Area>(
        "every block begins at the alignment its caller asked for",
        from: "__vmalloc_node",
        steps: ["alloc-va.3"],
        among: Among.LiveAreas,
        when: static (_, area) => area.Product == Product.Block,
        holds: static (ledger, area) =>
            (area.Start & (Math.Max(area.Asked.Align, ledger.Machine.PageSize) - 1)) == 0);

    /// <summary>The guard lies inside the area, so no neighbour can map it.</summary>
    public static Law<Area> EveryAreaEndsInAHole { get; } = Always<Area>(
        "the guard page of every area is mapped by no PTE",
        from: "__get_vm_area_node",
        steps: ["get-area.5", "map-area.1"],
        among: Among.StandingAreas,
        when: static (_, area) => area is { HadDescriptor: true, HasGuard: true },
        holds: static (ledger, area) =>
            !ledger.Translations.Get(area.GuardPage(ledger.Machine.PageSize)).IsPresent) with
    {
        Binds = static profile => profile.HasGuardPage,
    };

    public static Law<Area> BlocksHoldWhatWasAsked { get; } = Always<Area>(
        "a block has exactly the pages asked for, or whole huge pages, and its guard",
        from: "__vmalloc_node",
        steps: ["node.1", "get-area.5"],
        among: Among.LiveAreas,
        when: static (_, area) => area.Product == Product.Block,
        holds: static (ledger, area) =>
            area.Pages - 1 == PagesFor(ledger.Machine, area.Asked.Size)
            || (area.Asked.MayBeHuge && area.Pages - 1 == HugePagesFor(
                ledger.Machine, area.Asked.Size) << ledger.Machine.Levels.Pte));

    /// <summary>Of blocks, their nested pages arrays, and vmap areas.</summary>
    public static Law<Area> EveryDataPageIsMappedRight { get; } = Always<Area>(
        "every data page is mapped to the frame it was given, with the protection asked for",
        from: "vmap_page_range",
        steps: ["vmap-range.5", "area-node.7"],
        among: Among.LiveAreas,
        when: static (_, area) => area.HoldsMemory || area.Product == Product.Mapping,
        holds: static (ledger, area) => MapsItsFrames(ledger, area));

    /// <summary>
    /// First the entries are cleared, then the TLBs flushed, then the range is free.
    /// </summary>
    public static Law<Area> RangesAreReleasedClean { get; } = Always<Area>(
        "a range leaves the tree only after its entries were cleared and every TLB flushed",
        from: "__purge_vmap_area_lazy",
        steps: ["purge.2", "purge.4", "purge.5", "unmap-area.1"],
        among: Among.GoneAreas,
        holds: static (_, area) => !area.ReleasedStale);

    /// <summary>What is on vmlist is in use.</summary>
    public static Law<Area> OnlyFreedRangesAreReleased { get; } = Always<Area>(
        "a range leaves the tree only after its area was freed",
        from: "__purge_vmap_area_lazy",
        steps: ["purge.2"],
        among: Among.GoneAreas,
        holds: static (_, area) => !area.ReleasedLive);

    public static Law<Area> RangesAreHandedOutClean { get; } = Always<Area>(
        "an address is handed out only when nothing translates it any more",
        from: "alloc_vmap_area",
        steps: ["alloc-va.7", "purge.5"],
        among: Among.StandingAreas,
        holds: static (_, area) => !area.HandedOutStale);

    public static Law<Area> FreedRangesAreUnmapped { get; } = Always<Area>(
        "a freed range has no translation, from the moment it is freed",
        from: "free_unmap_vmap_area_noflush",
        steps: ["lazy.1", "unmap-area.1"],
        among: Among.LazyAreas,
        holds: static (_, area) => area.Present == 0) with
    {
        Binds = static profile => !profile.ClearsLazily,
    };

    static ulong PagesFor(Machine machine, ulong size) =>
        machine.PageAlign(size) >> machine.PageShift;

    /// <summary>A huge page takes the place of a whole table of the lowest level.</summary>
    static ulong HugePagesFor(Machine machine, ulong size) =>
        (PagesFor(machine, size) + (1UL << machine.Levels.Pte) - 1) >> machine.Levels.Pte;

    static bool MapsItsFrames(Ledger ledger, Area area)
    {
        Pgprot prot = ledger.Machine.Supported(
            area.Owner is null ? area.Asked.Prot : Pgprot.Kernel);
        ulong address = area.Start;
        for (ulong page = 0; page < area.Pages - 1; page++, address += ledger.Machine.PageSize)
        {
            Translation translation = ledger.Translations.Get(address);
            if (!translation.IsPresent || !area.WasGiven(page, translation.Frame)
                || translation.Prot != prot)
            {
                return false;
            }
        }

        return true;
    }
}
