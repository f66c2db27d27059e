// SPDX-License-Identifier: GPL-2.0-only
using static Verification.Spec.Laws;

namespace Verification.Spec;

/// <summary>Promises that 2.6.32 did not make yet.</summary>
public static class LaterLaws
{
    /// <summary>
    /// Requires lets no such call be made that memory or addresses could not serve.
    /// </summary>
    public static Law<Step> NofailIsHonoured { get; } = Always<Step>(
        "a call with __GFP_NOFAIL returns memory, unless it asks for more than all of it",
        from: "__vmalloc_area_node",
        about: Kinds.Blocks,
        among: Among.FailedCalls,
        when: static (ledger, _) => (ledger.Asked.Gfp & Gfp.Nofail) != 0,
        holds: static (ledger, _) => ledger.Asked.Size == 0
            || ledger.Asked.Size >> ledger.Machine.PageShift > (ulong)ledger.Machine.TotalRam) with
    {
        Binds = static profile => profile.HonoursNofail,
    };
}
