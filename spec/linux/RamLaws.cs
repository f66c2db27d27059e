// SPDX-License-Identifier: GPL-2.0-only
using static Verification.Spec.Laws;

namespace Verification.Spec;

/// <summary>Pages mapped by <c>vm_map_ram</c>, in areas that have no descriptor.</summary>
public static class RamLaws
{
    public static Law<Step> RamIsMapped { get; } = Always<Step>(
        "vm_map_ram maps exactly the pages it was given, in one area, or nothing",
        from: "vm_map_ram",
        about: [CommandKind.VmMapRam],
        holds: static (ledger, step) => step.Outcome.IsNull
            ? LeavesNothingMapped(ledger, step)
            : ledger.IsInBareArea(step.Outcome.Value, step.Call.PageCount)
                && AccessLaws.MapsGiven(
                    ledger, step.Call, step.Outcome.Value, (ulong)step.Call.PageCount));

    /// <summary>Where entries stay until they are flushed, the pages are no one's all the same.
    /// </summary>
    public static Law<Step> RamIsUnmapped { get; } = Always<Step>(
        "vm_unmap_ram leaves none of its pages mapped",
        from: "vm_unmap_ram",
        about: [CommandKind.VmUnmapRam],
        holds: static (ledger, step) => step.Outcome.Kind == OutcomeKind.Bug
            || AccessLaws.IsGone(
                ledger, step.Call.Address, step.Call.Count << ledger.Machine.PageShift,
                flushed: false)) with
    {
        Binds = static profile => !profile.ClearsLazily,
    };

    /// <summary>A failure may leave entries in what it gave back, where freeing does.</summary>
    static bool LeavesNothingMapped(Ledger ledger, Step step)
    {
        foreach (ref readonly Event e in step.Events)
        {
            if (e.Kind == EventKind.PteSet && ledger.Translations.Get(e.Address).IsPresent
                && (!ledger.Profile.ClearsLazily || ledger.IsHandedOut(e.Address)))
            {
                return false;
            }
        }

        return true;
    }
}
