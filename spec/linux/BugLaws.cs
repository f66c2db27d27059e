// SPDX-License-Identifier: GPL-2.0-only
using static Verification.Spec.Laws;

namespace Verification.Spec;

/// <summary>Mistakes of a caller at which the kernel stops.</summary>
public static class BugLaws
{
    /// <summary>What no call may have taken or lost when it ends the kernel.</summary>
    static readonly ulong taken = Spec.Upon.Bits(
        [
            EventKind.AreaReserve, EventKind.AreaLazy, EventKind.AreaRelease, EventKind.VmInsert,
            EventKind.VmUnlink, EventKind.PageAlloc, EventKind.PageFree, EventKind.PteSet,
            EventKind.PteClear,
        ]);

    public static Law<Step> ForbiddenCallsEndInABug { get; } = Always<Step>(
        "a call forbidden in an interrupt, for an empty range, for no memory or no group, ends in a BUG at once",
        from: "vfree",
        steps:
        [
            "vfree.1", "vunmap-call.1", "get-area.1", "alloc-va.1", "vmap-range.1", "vunmap.1",
            "unmap-ram.1", "vb-free.2", "pcpu.1",
        ],
        among: Among.ForbiddenCalls,
        holds: static (ledger, step) => step.Outcome.Kind == OutcomeKind.Bug
            && (ledger.Happened & taken) == 0) with
    {
        Binds = static profile => profile.BugsOnMistakes,
    };
}
