// SPDX-License-Identifier: GPL-2.0-only
using static Verification.Spec.Laws;

namespace Verification.Spec;

/// <summary>The ledger, built from events, against a walk of the target's own structures.</summary>
public static class WalkLaws
{
    public static Law<Picture> TheWalkAgrees { get; } = Always<Picture>(
        "a walk of the target shows what its events amount to",
        from: "mm/vmalloc.c",
        steps: ["free-va.1", "vunmap.4"],
        holds: static (ledger, picture) => Reconciliation.FirstDifference(ledger, picture) is null);
}
