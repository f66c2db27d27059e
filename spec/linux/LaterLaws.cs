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

    public static Law<Step> RamIsMapped { get; } = Always<Step>(
        "vm_map_ram maps exactly the pages it was given, in one area, or nothing",
        from: "vm_map_ram",
        about: [CommandKind.VmMapRam],
        holds: static (ledger, step) => step.Outcome.IsNull
            ? LeavesNothingMapped(ledger, step)
            : ledger.IsInBareArea(step.Outcome.Value, step.Call.PageCount)
                && AccessLaws.MapsGiven(
                    ledger, step.Call, step.Outcome.Value, (ulong)step.Call.PageCount));

    public static Law<Step> RamIsUnmapped { get; } = Always<Step>(
        "vm_unmap_ram leaves none of its pages mapped",
        from: "vm_unmap_ram",
        about: [CommandKind.VmUnmapRam],
        holds: static (ledger, step) => step.Outcome.Kind == OutcomeKind.Bug
            || AccessLaws.IsGone(
                ledger, step.Call.Address, step.Call.Count << ledger.Machine.PageShift, flushed: false));

    static bool LeavesNothingMapped(Ledger ledger, Step step)
    {
        foreach (ref readonly Event e in step.Events)
        {
            if (e.Kind == EventKind.PteSet && ledger.Translations.Get(e.Address).IsPresent)
            {
                return false;
            }
        }

        return true;
    }
}
