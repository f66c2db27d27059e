// SPDX-License-Identifier: GPL-2.0-only
using static Verification.Spec.Laws;

namespace Verification.Spec;

/// <summary>
/// Calls that fail, calls that ask for nothing, calls that should not have been made.
/// </summary>
public static class FailureLaws
{
    /// <summary>A list of pages may hold NULL, which map_vm_area warns about.</summary>
    static readonly CommandKind[] withoutPages =
    [
        .. Signature.All.Where(row => !row.Takes(Param.Pages)).Select(row => row.Kind),
    ];

    public static Law<Step> FailedCallsKeepNoPage { get; } = Always<Step>(
        "after a failed call no page is held that was not held before",
        from: "__vmalloc_area_node",
        steps: ["area-node.6"],
        about: Kinds.Producers,
        among: Among.FailedCalls,
        holds: static (ledger, _) => ledger.Tally.PagesKept == 0);

    public static Law<Step> FailedCallsKeepNoObject { get; } = Always<Step>(
        "after a failed call no descriptor or array is held that was not held before",
        from: "__vmalloc_area_node",
        steps: ["area-node.4", "get-area.5", "alloc-va.9", "pcpu.8"],
        about: Kinds.Producers,
        among: Among.FailedCalls,
        holds: static (ledger, _) => ledger.Tally is
            { VmKept: 0, ArraysKept: 0, PercpuArraysKept: 0 }) with
    {
        Needs = Observations.Events | Observations.Objects,
    };

    public static Law<Step> FailedCallsLeaveNoLiveArea { get; } = Always<Step>(
        "after a failed call no area is live that was not live before",
        from: "__get_vm_area_node",
        steps: ["area-node.4", "area-node.6", "vmap.2"],
        about: Kinds.Producers,
        among: Among.FailedCalls,
        holds: static (ledger, _) => ledger.Tally.Reserved == ledger.Tally.Abandoned);

    /// <summary>The vmap_area of an abandoned range stays until its purge.</summary>
    public static Law<Step> FailedCallsKeepOnlyAbandonedRanges { get; } = Always<Step>(
        "a failed call keeps a vmap_area only for a range it abandoned to the purge",
        from: "alloc_vmap_area",
        steps: ["alloc-va.9"],
        about: Kinds.Producers,
        among: Among.FailedCalls,
        holds: static (ledger, _) => ledger.Tally.VaKept <= ledger.Tally.Abandoned) with
    {
        Needs = Observations.Events | Observations.Objects,
    };

    /// <summary>PAGE_ALIGN wraps to 0 for sizes within a page of 2^BITS_PER_LONG.</summary>
    public static Law<Step> NothingAskedNothingDone { get; } = Always<Step>(
        "a size of 0, or one that wraps to 0, gives NULL without a single event",
        from: "__vmalloc_node",
        steps: ["node.1", "get-area.3"],
        about: Kinds.Ranges,
        when: static (ledger, step) => AsksForNothing(ledger, step.Call),
        holds: static (ledger, step) => step.Outcome.IsNull
            && step.EventCount == (IsWarnedOf(ledger, step.Call) ? ledger.Tally.Warnings : 0));

    public static Law<Step> IllegalCallsWarn { get; } = Always<Step>(
        "an illegal free is noticed and warned about",
        from: "__vunmap",
        steps: ["vunmap-inner.2", "vunmap-inner.3", "find-va.1", "iounmap.2"],
        among: Among.IllegalCalls,
        holds: static (ledger, _) => ledger.Tally.Warnings > 0);

    public static Law<Step> IllegalCallsChangeNothing { get; } = Always<Step>(
        "an illegal free changes nothing",
        from: "__vunmap",
        steps: ["vunmap-inner.2", "vunmap-inner.3"],
        among: Among.IllegalCalls,
        holds: static (ledger, _) => ledger.Tally.Changes == 0);

    public static Law<Step> CallsWithNothingToDoChangeNothing { get; } = Always<Step>(
        "freeing NULL, or removing an area that is not there, does nothing and does not warn",
        from: "vfree",
        steps: ["vunmap-inner.1", "remove.1", "iounmap.1"],
        among: Among.IdleCalls,
        holds: static (ledger, _) => ledger.Tally is { Changes: 0, Warnings: 0 });

    public static Law<Step> LegalCallsDoNotWarn { get; } = Always<Step>(
        "a legal call does not warn about addresses or areas",
        from: "__vunmap",
        steps: ["vunmap-inner.3"],
        about: withoutPages,
        among: Among.LegalCalls,
        when: static (ledger, step) => !IsWarnedOf(ledger, step.Call)
            && !WarnsWithoutMemory(ledger) && !PercpuLaws.IsTooLarge(ledger, step.Call),
        holds: static (ledger, _) => ledger.Tally.Warnings == 0);

    /// <summary>When it is broken, no other law is asked: the call has no result.</summary>
    public static Law<Step> CallsReturn { get; } = Always<Step>(
        "every call returns: it does not crash, exit, loop for ever or use up all memory",
        from: "mm/vmalloc.c",
        steps: ["vb-alloc.4", "fragmented.2"],
        holds: static (_, step) => step.Outcome.Kind != OutcomeKind.Died);

    public static Law<Step> NoCallEndsInABug { get; } = Always<Step>(
        "no call runs into a BUG_ON or a wild pointer",
        from: "mm/vmalloc.c",
        steps:
        [
            "insert-va.2", "alloc-va.15", "remove.1", "io-range.1", "unmap-ram.2", "init.3",
            "numa-info.2",
        ],
        holds: static (_, step) => step.Outcome.Kind != OutcomeKind.Bug);

    public static Law<Step> EventsFitTogether { get; } = Always<Step>(
        "no event is about what is not there, makes what is there already, or frees what is linked",
        from: "mm/vmalloc.c",
        steps: ["unmap-ram.2"],
        holds: static (ledger, _) => ledger.Tally.Strays == 0);

    /// <summary>A size of 0 is not illegal where it draws a warning.</summary>
    static bool IsWarnedOf(Ledger ledger, Call call) => ledger.Profile.WarnsOfSizeZero
        && call.Size == 0 && call.Signature.Product == Product.Block;

    /// <summary>One warning, after a vmap_area was not to be had.</summary>
    static bool WarnsWithoutMemory(Ledger ledger) =>
        ledger.Profile.Excuses(KnownDefects.WarnsWithoutMemory)
        && ledger.Tally is { OtherFailures: > 0, Warnings: 1 };

    static bool AsksForNothing(Ledger ledger, Call call) => call.Kind switch
    {
        CommandKind.VmallocAreaInner => false,
        CommandKind.Vmap => call.Count == 0,
        _ => ledger.Machine.PageAlign(call.Size) == 0,
    };
}
