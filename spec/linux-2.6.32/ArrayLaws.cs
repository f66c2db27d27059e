// SPDX-License-Identifier: GPL-2.0-only
using static Verification.Spec.Laws;

namespace Verification.Spec;

/// <summary>The pages array of 2.6.32, the gate before it, and the lives of nested areas.</summary>
public static class ArrayLaws
{
    public static Law<Area> ArraysNestAboveOnePage { get; } = Always<Area>(
        "the pages array is itself vmalloc'ed exactly when it is larger than a page",
        from: "__vmalloc_area_node",
        steps: ["area-node.2"],
        among: Among.LiveMemory,
        holds: static (ledger, area) =>
            ledger.ArrayBytes(area.NrPages) > ledger.Machine.PageSize
            == area.Nested is not null);

    public static Law<Area> VpagesTellsTheArray { get; } = Always<Area>(
        "VM_VPAGES is set exactly where the pages array is itself vmalloc'ed",
        from: "__vmalloc_area_node",
        steps: ["area-node.2"],
        among: Among.LiveMemory,
        holds: static (_, area) =>
            (area.Flags & VmFlags.Vpages) != 0 == area.Nested is not null);

    public static Law<Area> PagesAreCounted { get; } = Always<Area>(
        "nr_pages is the number of data pages",
        from: "__vmalloc_area_node",
        steps: ["area-node.1"],
        among: Among.LiveMemory,
        holds: static (_, area) => area.NrPages == area.Pages - 1);

    public static Law<Area> ArraysHoldAPointerForEachPage { get; } = Always<Area>(
        "a pages array from the slab is as large as nr_pages pointers",
        from: "__vmalloc_area_node",
        steps: ["area-node.3"],
        among: Among.LiveMemory,
        when: static (_, area) => area.ArrayObject >= 0,
        holds: static (ledger, area) => area.ArrayBytes == ledger.ArrayBytes(area.NrPages)) with
    {
        Needs = Observations.Events | Observations.Objects,
    };

    /// <summary>
    /// B43: counted in 32 bits, nr_pages and the bytes of their pointers wrap. Here they do not.
    /// </summary>
    public static Law<Area> ArraysHaveRoomForEachPage { get; } = Always<Area>(
        "a pages array, nested or not, has room for a pointer to each data page",
        from: "__vmalloc_area_node",
        steps: ["area-node.1"],
        among: Among.LiveMemory,
        when: static (_, area) => area.ArrayObject >= 0 || area.Nested is not null,
        holds: static (ledger, area) => ledger.ArrayBytes(area.Pages - 1)
            <= (area.Nested is { } nested
                ? (nested.Pages - 1) << ledger.Machine.PageShift : area.ArrayBytes)) with
    {
        Needs = Observations.Events | Observations.Objects,
    };

    public static Law<Area> NestedArraysLiveWithTheirOwner { get; } = Always<Area>(
        "a nested pages array is live exactly as long as its owner",
        from: "__vunmap",
        steps: ["vunmap-inner.4"],
        among: Among.LiveAreas,
        when: static (_, area) => area.Owner is not null || area.Nested is not null,
        holds: static (_, area) => area.Owner is null or { IsLive: true }
            && area.Nested is null or { IsLive: true });

    public static Law<Area> SizesCountTheGuard { get; } = Always<Area>(
        "vm_struct.size is the size of the range, guard included",
        from: "insert_vmalloc_vm",
        steps: ["insert-vm.1"],
        among: Among.LiveAreas,
        holds: static (_, area) => area.VmSize == area.End - area.Start);

    /// <summary>Strict: exactly totalram_pages pages are admitted.</summary>
    public static Law<Step> MoreThanAllRamIsRefused { get; } = Always<Step>(
        "more pages than totalram_pages are refused without a single event",
        from: "__vmalloc_node",
        steps: ["node.1"],
        about: Kinds.Gated,
        when: static (ledger, step) => PagesAsked(ledger, step)
            > (ulong)ledger.Machine.TotalRam,
        holds: static (_, step) => step.Outcome.IsNull && step.EventCount == 0);

    public static Law<Step> AllRamIsAdmitted { get; } = Always<Step>(
        "up to totalram_pages pages pass the gate, and an allocation is tried",
        from: "__vmalloc_node",
        steps: ["node.1"],
        about: Kinds.Gated,
        when: static (ledger, step) => PagesAsked(ledger, step) is > 0 and var pages
            && pages <= (ulong)ledger.Machine.TotalRam,
        holds: static (ledger, _) => ledger.Tally.ObjectsTaken + ledger.Tally.Failures > 0) with
    {
        Needs = Observations.Events | Observations.Objects,
    };

    /// <summary>
    /// Where such messages are suppressed, a want of address space leaves no trace.
    /// </summary>
    public static Law<Step> FailuresHaveAReason { get; } = Always<Step>(
        "a call that passed the gate fails only for want of memory, a table or address space",
        from: "__vmalloc_node",
        about: Kinds.Gated,
        among: Among.FailedCalls,
        when: static (ledger, step) => ledger.Machine.PrintsRateLimited
            && PagesAsked(ledger, step) is > 0 and var pages
            && pages <= (ulong)ledger.Machine.TotalRam,
        holds: static (ledger, _) =>
            ledger.Tally is not { Failures: 0, NoVaSpace: 0, Warnings: 0 });

    static ulong PagesAsked(Ledger ledger, Step step) => step.Call.Kind == CommandKind.Vmap
        ? step.Call.Count : ledger.Machine.PageAlign(ledger.Asked.Size) >> ledger.Machine.PageShift;
}
