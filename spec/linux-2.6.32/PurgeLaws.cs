// SPDX-License-Identifier: GPL-2.0-only
using static Verification.Spec.Laws;

namespace Verification.Spec;

/// <summary>
/// The lazy purge of 2.6.28 to 3.0: when it runs, what it counts, what it flushes.
/// </summary>
public static class PurgeLaws
{
    /// <summary>Beyond what set_iounmap_nonlazy once put on top of it.</summary>
    public static Law<Step> LazyCounterIsTheSum { get; } = Always<Step>(
        "vmap_lazy_nr is the number of pages of all lazily freed areas",
        from: "free_unmap_vmap_area_noflush",
        steps: ["lazy.2", "purge.3", "nonlazy.1"],
        holds: static (ledger, step) => step.Outcome.Kind == OutcomeKind.Bug
            || unchecked((ulong)step.Counters.LazyPages) == ledger.LazyCount) with
    {
        Needs = Observations.Events | Observations.Counters,
    };

    public static Law<Step> TheMarkIsKept { get; } = Always<Step>(
        "a free that leaves more lazy pages than the mark allows purges them at once",
        from: "free_unmap_vmap_area_noflush",
        steps: ["lazy.3"],
        upon: [EventKind.AreaLazy],
        holds: static (ledger, _) => ledger.LazyPages == 0
            || ledger.LazyCount <= (ulong)ledger.Machine.LazyMax);

    public static Law<Step> NoPurgeBelowTheMark { get; } = Always<Step>(
        "a free does not purge while the mark is not exceeded",
        from: "free_unmap_vmap_area_noflush",
        steps: ["lazy.3"],
        about: [.. Kinds.Frees, .. Kinds.Others],
        upon: [EventKind.AreaLazy, EventKind.AreaRelease],
        holds: static (ledger, _) => ledger.Tally.EarlyReleases == 0);

    public static Law<Step> NoPurgeWhileAHoleFits { get; } = Always<Step>(
        "an allocation purges only when no hole is large enough",
        from: "alloc_vmap_area",
        steps: ["alloc-va.8", "alloc-va.13"],
        about: [.. Kinds.Reserving, CommandKind.VmMapRam],
        upon: [EventKind.AreaReserve, EventKind.AreaRelease],
        holds: static (ledger, _) => ledger.Tally.NeedlessPurges == 0);

    /// <summary>
    /// So exhaustion purges first, and looks once more from the bottom of the range.
    /// </summary>
    public static Law<Step> NoRefusalWhileAHoleFits { get; } = Always<Step>(
        "address space is refused only after a purge, and when no hole is large enough",
        from: "alloc_vmap_area",
        steps:
        [
            "alloc-va.5", "alloc-va.8", "alloc-va.9", "alloc-va.11", "alloc-va.13", "alloc-va.14",
            "free-va.4", "get-area-any.1",
        ],
        about: [.. Kinds.Ranges, CommandKind.VmMapRam],
        upon: [EventKind.NoVaSpace],
        holds: static (ledger, _) => ledger.Tally.NeedlessRefusals == 0);

    public static Law<Step> OneFlushPerPurge { get; } = Always<Step>(
        "a purge flushes the TLBs once, however many areas it releases",
        from: "__purge_vmap_area_lazy",
        steps: ["purge.4"],
        upon: [EventKind.TlbFlush],
        holds: static (ledger, _) => ledger.Tally.ExtraFlushes == 0) with
    {
        Needs = Observations.Events | Observations.Locks,
    };

    public static Law<Step> EmptyPurgesDoNotFlush { get; } = Always<Step>(
        "a purge that releases nothing flushes nothing, unless vm_unmap_ram gave pages back",
        from: "__purge_vmap_area_lazy",
        steps: ["purge.4", "purge-all.1"],
        upon: [EventKind.TlbFlush],
        when: static (ledger, _) => ledger.Tally.TlbFlushes > ledger.Tally.FlushesOutsidePurge,
        holds: static (ledger, step) => ledger.Tally.Released + ledger.DirtyPages > 0
            || step.Outcome.Kind == OutcomeKind.Bug) with
    {
        Needs = Observations.Events | Observations.Locks,
    };

    /// <summary>Walkers of the list may stand on it until then.</summary>
    public static Law<Step> DescriptorsOutliveAGracePeriod { get; } = Always<Step>(
        "a vmap_area or vmap_block goes back with the grace period after its end, not before or later",
        from: "__free_vmap_area",
        steps: ["free-va.2", "free-block.2"],
        holds: static (ledger, step) => step.Outcome.Kind == OutcomeKind.Bug
            || (ledger.Tally.EarlyVaFrees == 0
                && (!EndsAGracePeriod(ledger, step)
                    || ledger.VaPending + ledger.BlocksPending == 0))) with
    {
        Needs = Observations.Events | Observations.Objects,
    };

    /// <summary>DEBUG_PAGEALLOC flushes at each free, unmap_kernel_range at each call.</summary>
    public static Law<Step> NoFlushOutsideAPurge { get; } = Always<Step>(
        "TLBs are flushed by a purge, and otherwise only where a range is unmapped at once",
        from: "free_unmap_vmap_area_noflush",
        steps: ["vunmap.4", "lazy.2"],
        upon: [EventKind.TlbFlush],
        holds: static (ledger, step) => ledger.Tally.FlushesOutsidePurge
            == (ledger.Machine.DebugPagealloc ? ledger.Tally.Lazied + ledger.Tally.RamFreed : 0)
            + (step.Call.Kind == CommandKind.UnmapKernelRange ? 1 : 0)) with
    {
        Needs = Observations.Events | Observations.Locks,
        Binds = static profile => profile.FlushesLazily,
    };

    static bool EndsAGracePeriod(Ledger ledger, Step step) =>
        ledger.Machine.Rcu == RcuMode.EndOfCommand || step.Call.Kind == CommandKind.Grace;
}
