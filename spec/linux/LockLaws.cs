// SPDX-License-Identifier: GPL-2.0-only
using static Verification.Spec.Laws;

namespace Verification.Spec;

/// <summary>Which locks are held while lists, trees and tables change or are read.</summary>
public static class LockLaws
{
    public static Law<Step> LocksAreBalanced { get; } = Always<Step>(
        "every lock is taken once and dropped before the call returns",
        from: "mm/vmalloc.c",
        upon: [EventKind.Lock, EventKind.Unlock],
        holds: static (ledger, step) => step.Outcome.Kind == OutcomeKind.Bug
            || (ledger.Tally.LockMistakes == 0
                && ledger.LocksHeld == 0)) with
    {
        Needs = Observations.Locks,
    };

    public static Law<Step> ListsChangeUnderTheirLock { get; } = Always<Step>(
        "vmlist changes only under vmlist_lock, the tree only under vmap_area_lock",
        from: "insert_vmalloc_vm",
        steps: ["insert-vm.3", "insert-va.1"],
        upon: Upon.ListChanges,
        holds: static (ledger, _) => ledger.Tally.UnlockedChanges == 0) with
    {
        Needs = Observations.Events | Observations.Locks,
    };

    public static Law<Step> TablesAreLinkedUnderTheirLock { get; } = Always<Step>(
        "every page table is linked under page_table_lock",
        from: "__pte_alloc_kernel",
        steps: ["tables.2"],
        upon: [EventKind.TableAlloc],
        holds: static (ledger, _) => ledger.Tally.UnlockedTables <= 0) with
    {
        Needs = Observations.Events | Observations.Locks,
    };

    public static Law<Step> OtherReadersHoldTheListsLock { get; } = Always<Step>(
        "another task that reads vmlist in the middle of a call holds vmlist_lock",
        from: "s_start",
        steps: ["info.1"],
        upon: [EventKind.ListRead],
        holds: static (ledger, _) => ledger.Tally.UnlockedReads == 0) with
    {
        Needs = Observations.Events | Observations.Locks | Observations.Readings,
    };

    public static Law<Step> ReadersHoldTheListsLock { get; } = Always<Step>(
        "whoever reads vmlist for a report or a buffer takes vmlist_lock",
        from: "s_start",
        steps: ["info.1", "usage.1", "vread.1"],
        about:
        [
            CommandKind.Vread, CommandKind.Vwrite, CommandKind.Vmallocinfo,
            CommandKind.VmallocUsage,
        ],
        when: static (ledger, _) => ledger.LiveAreas > 0,
        holds: static (ledger, _) => ledger.Tally.VmlistLocks > 0) with
    {
        Needs = Observations.Events | Observations.Locks,
    };
}
