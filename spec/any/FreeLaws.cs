// SPDX-License-Identifier: GPL-2.0-only
using static Verification.Spec.Laws;

namespace Verification.Spec;

/// <summary>What a correct free gives back: what was taken, and nothing else.</summary>
public static class FreeLaws
{
    /// <summary>__vmalloc_area ends the area it was given when it fails.</summary>
    static readonly CommandKind[] notEnding =
    [
        .. Enum.GetValues<CommandKind>().Except([.. Kinds.Frees, CommandKind.VmallocAreaInner]),
    ];

    public static Law<Step> FreeGivesBackItsPages { get; } = Always<Step>(
        "vfree gives back exactly the pages its allocation took, nested arrays included",
        from: "__vunmap",
        steps: ["vunmap-inner.4"],
        about: [CommandKind.Vfree],
        among: Among.LegalCalls,
        holds: static (ledger, _) => ledger.Tally.PagesFreed == ledger.SubjectFrames);

    /// <summary>Until then a reader of vmlist may look into them.</summary>
    public static Law<Step> PagesOutliveTheirArea { get; } = Always<Step>(
        "a page goes back only when its area has left vmlist",
        from: "__vunmap",
        steps: ["remove.2"],
        upon: [EventKind.PageFree],
        holds: static (ledger, _) => ledger.Tally.EarlyPageFrees == 0);

    public static Law<Step> OtherFreesLeaveThePages { get; } = Always<Step>(
        "vunmap and its kin never give back a page: it is not theirs",
        from: "vunmap",
        steps: ["vunmap-call.1"],
        about:
        [
            CommandKind.Vunmap, CommandKind.RemoveVmArea, CommandKind.FreeVmArea,
            CommandKind.Iounmap,
        ],
        among: Among.LegalCalls,
        holds: static (ledger, _) => ledger.Tally.PagesFreed == 0);

    public static Law<Step> FreeGivesBackItsObjects { get; } = Always<Step>(
        "a free gives back exactly the descriptors and arrays of its area",
        from: "__vunmap",
        steps: ["vunmap-inner.4", "vunmap-inner.5"],
        about: Kinds.Frees,
        among: Among.LegalCalls,
        holds: static (ledger, _) => ledger.Tally.DescriptorsFreed == ledger.SubjectObjects) with
    {
        Needs = Observations.Events | Observations.Objects,
    };

    public static Law<Step> FreeTakesNothing { get; } = Always<Step>(
        "a free allocates nothing",
        from: "__vunmap",
        about: Kinds.Frees,
        among: Among.LegalCalls,
        holds: static (ledger, _) => ledger.Tally is { PagesTaken: 0, ObjectsTaken: 0 });

    public static Law<Step> FreeEndsTheArea { get; } = Always<Step>(
        "after a free its area is no longer live",
        from: "remove_vm_area",
        steps: ["remove.2", "iounmap.1"],
        about: Kinds.Frees,
        among: Among.LegalCalls,
        holds: static (ledger, _) => ledger.Subject is { State: AreaState.Lazy or AreaState.Gone });

    public static Law<Step> OnlyFreesEndAreas { get; } = Always<Step>(
        "a call that frees nothing ends no area but those it made itself",
        from: "remove_vm_area",
        about: notEnding,
        holds: static (ledger, _) => ledger.Tally.Lazied == ledger.Tally.Abandoned);

    public static Law<Step> NothingIsLazyAfterUnmapAliases { get; } = Always<Step>(
        "after vm_unmap_aliases no freed range waits for a purge",
        from: "vm_unmap_aliases",
        steps: ["aliases.1"],
        about: [CommandKind.VmUnmapAliases],
        holds: static (ledger, _) => ledger.LazyPages == 0);
}
