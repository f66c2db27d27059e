// SPDX-License-Identifier: GPL-2.0-only
using static Verification.Spec.Laws;

namespace Verification.Spec;

/// <summary>Areas that are older than the allocator.</summary>
public static class EarlyLaws
{
    /// <summary>B15, B39: a boot that loses them hands out what is in use.</summary>
    public static Law<Step> EarlyAreasStand { get; } = Always<Step>(
        "an area registered before boot stands as it was registered until it is removed",
        from: "vmalloc_init",
        steps: ["register-early.1", "register-early.2", "init.1", "init.2"],
        upon: Upon.ListChanges,
        when: static (ledger, _) => ledger.Machine.Early.Count > 0,
        holds: static (ledger, step) => step.Outcome.Kind == OutcomeKind.Bug
            || ledger.EarlyAreasStand());
}
