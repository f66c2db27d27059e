// SPDX-License-Identifier: GPL-2.0-only
using static Verification.Spec.Laws;

namespace Verification.Spec;

/// <summary>What every Linux promises about nodes, gfp masks, callers and locks.</summary>
public static class LinuxLaws
{
    public static Law<Step> NodeIsHonoured { get; } = Always<Step>(
        "pages come from the node asked for while it has any",
        from: "alloc_pages_node",
        steps: ["area-node.5"],
        about: Kinds.Blocks,
        upon: [EventKind.PageAlloc],
        when: static (ledger, _) => ledger.Asked.Node >= 0,
        holds: static (ledger, _) => ledger.Tally.NodeMisses == 0) with
    {
        Needs = Observations.Events | Observations.Gfp,
    };

    public static Law<Step> NodeIsPassedOn { get; } = Always<Step>(
        "every page, descriptor and array is asked for on the caller's node",
        from: "__vmalloc_node",
        steps: ["area-node.3", "area-node.5", "get-area.4", "get-area-on.1", "wrappers.1"],
        about: Kinds.Ranges,
        upon: Upon.Allocations,
        when: static (ledger, _) => ledger.CallNode >= 0,
        holds: static (ledger, _) => ledger.Tally.NodeChanges == 0) with
    {
        Needs = Observations.Events | Observations.Gfp,
    };

    public static Law<Step> NestedAllocationsDoNotReclaimMore { get; } = Always<Step>(
        "no nested allocation may reclaim in a way its caller did not allow",
        from: "__vmalloc_area_node",
        steps: ["area-node.3", "get-area.4", "alloc-va.2"],
        about: Kinds.Allocating,
        upon: Upon.Allocations,
        holds: static (ledger, _) => ledger.Tally.GfpGains == 0) with
    {
        Needs = Observations.Events | Observations.Gfp,
    };

    /// <summary>
    /// B47: until 5.17 page tables were taken with GFP_KERNEL, whatever was asked.
    /// </summary>
    public static Law<Step> TablesDoNotReclaimMore { get; } = Always<Step>(
        "no page table is allocated with reclaim bits that the caller did not give",
        from: "pte_alloc_kernel",
        steps: ["tables.1"],
        about: Kinds.Blocks,
        upon: [EventKind.TableAlloc, EventKind.TableFail],
        holds: static (ledger, _) => ledger.Tally.TableGfpGains == 0) with
    {
        Needs = Observations.Events | Observations.Gfp,
        Binds = static profile => !profile.TablesIgnoreGfp,
    };

    /// <summary>B23: the caller's DMA zone must not be spent on a list of pointers.</summary>
    public static Law<Step> ZonesAreForDataPages { get; } = Always<Step>(
        "no zone modifier reaches a descriptor, page table, pages array or a nested array's pages",
        from: "__vmalloc_area_node",
        steps: ["area-node.2", "area-node.3"],
        about: Kinds.Allocating,
        upon: Upon.Allocations,
        holds: static (ledger, _) => ledger.Tally.ZoneLeaks == 0) with
    {
        Needs = Observations.Events | Observations.Gfp,
    };

    public static Law<Area> BlocksAreTaggedVmAlloc { get; } = Always<Area>(
        "every block, and every nested array, is recorded as VM_ALLOC",
        from: "__vmalloc_node",
        steps: ["insert-vm.1"],
        among: Among.LiveMemory,
        when: static (_, area) => !area.WasFilledLater,
        holds: static (_, area) => (area.Flags & VmFlags.Alloc) != 0);

    public static Law<Area> CallersAreRecorded { get; } = Always<Area>(
        "a block records who called, and a nested array records the same caller",
        from: "__vmalloc_area_node",
        steps: ["insert-vm.1"],
        among: Among.LiveMemory,
        holds: static (_, area) => area.Owner is { } owner
            ? area.Caller == owner.Caller : area.Caller == area.Asked.Caller);

    public static Law<Area> UserBlocksAreMarked { get; } = Always<Area>(
        "VM_USERMAP is set exactly on what vmalloc_user and vmalloc_32_user return",
        from: "vmalloc_user",
        steps: ["find-vm.1", "wrappers.2"],
        among: Among.LiveMemory,
        when: static (_, area) => !area.WasFilledLater,
        holds: static (_, area) => (area.Flags & VmFlags.Usermap) != 0 == area.Asked.Usermap);

    public static Law<Step> AreasAreTaggedAsAsked { get; } = Always<Step>(
        "a range that its caller maps keeps the flags it was asked for with",
        from: "insert_vmalloc_vm",
        steps: ["insert-vm.1"],
        about: Kinds.Mapped,
        among: Among.MadeCalls,
        holds: static (ledger, step) => ledger.Result!.Flags == FlagsAsked(step.Call));

    static VmFlags FlagsAsked(Call call) =>
        call.Kind is CommandKind.AllocVmArea or CommandKind.Ioremap ? VmFlags.Ioremap : call.Flags;
}
