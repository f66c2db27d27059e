// SPDX-License-Identifier: GPL-2.0-only
using static Verification.Spec.Laws;

namespace Verification.Spec;

/// <summary>With which gfp mask 2.6.32 asks for pages, descriptors and arrays.</summary>
public static class MaskLaws
{
    public static Law<Step> DataPagesAreAskedForAsAsked { get; } = Always<Step>(
        "every data page is asked for with exactly the mask of the call",
        from: "__vmalloc_area_node",
        steps: ["area-node.5", "area-node.8"],
        about: Kinds.Blocks,
        upon: Upon.Allocations,
        holds: static (ledger, _) => ledger.Tally.GfpChanges == 0) with
    {
        Needs = Observations.Events | Observations.Gfp,
    };

    /// <summary>
    /// B06: a zone bit took the place of GFP_KERNEL, and allocations failed at once.
    /// </summary>
    public static Law<Step> NestedAllocationsMayReclaimAsMuch { get; } = Always<Step>(
        "no page, descriptor or array gives up reclaim that the caller allowed",
        from: "__vmalloc_area_node",
        steps: ["area-node.3"],
        about: Kinds.Allocating,
        upon: Upon.Allocations,
        holds: static (ledger, _) => ledger.Tally.GfpLosses == 0) with
    {
        Needs = Observations.Events | Observations.Gfp,
    };

    /// <summary>
    /// A failure half way frees what the array holds: it must hold NULL from there on.
    /// </summary>
    public static Law<Step> KernelMemoryStartsZeroed { get; } = Always<Step>(
        "descriptors, page tables, pages arrays and their pages are asked for with __GFP_ZERO",
        from: "__vmalloc_area_node",
        steps: ["get-area.4", "area-node.2", "tables.1", "pcpu.2"],
        about: Kinds.Allocating,
        upon: Upon.Allocations,
        holds: static (ledger, _) => ledger.Tally.NotZeroed == 0) with
    {
        Needs = Observations.Events | Observations.Gfp,
    };
}
