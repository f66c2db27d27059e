// SPDX-License-Identifier: GPL-2.0-only
using static Verification.Spec.Laws;

namespace Verification.Spec;

/// <summary>
/// Ranges that their caller maps: where they lie, what they bring, what is left of them.
/// </summary>
public static class RangeLaws
{
    public static Law<Step> AreasLieInTheirWindow { get; } = Always<Step>(
        "__get_vm_area keeps to the window it was given",
        from: "__get_vm_area",
        steps: ["alloc-va.3", "alloc-va.4"],
        about: [CommandKind.GetVmAreaInner],
        among: Among.MadeCalls,
        holds: static (ledger, step) => ledger.Result!.Start >= step.Call.Start
            && ledger.Result.End - ledger.Profile.EndSlack <= step.Call.End);

    /// <summary>Its caller writes entries without being able to wait for memory.</summary>
    public static Law<Step> TablesComeWithTheArea { get; } = Always<Step>(
        "alloc_vm_area returns a range with every page table it needs",
        from: "alloc_vm_area",
        steps: ["alloc-area.1", "apply.1"],
        about: [CommandKind.AllocVmArea],
        among: Among.MadeCalls,
        holds: static (ledger, _) => HasTables(ledger, ledger.Result!));

    public static Law<Step> RemovedAreasTellTheirSize { get; } = Always<Step>(
        "remove_vm_area gives back a descriptor whose size no longer counts the guard",
        from: "remove_vm_area",
        steps: ["remove.4"],
        about: [CommandKind.RemoveVmArea],
        among: Among.LegalCalls,
        holds: static (ledger, step) => step.Outcome.Kind == OutcomeKind.Bug
            || step.Outcome.Value == ledger.Subject!.VmSize - ledger.Machine.PageSize);

    static bool HasTables(Ledger ledger, Area area)
    {
        ulong covered = ledger.Machine.PageSize << ledger.Machine.Levels.Pte;
        for (ulong at = area.Start; at < area.End; at = (at | (covered - 1)) + 1)
        {
            if (!ledger.IsReachable(TableLevel.Pte, at) || !ledger.IsReachable(TableLevel.Pmd, at)
                || !ledger.IsReachable(TableLevel.Pud, at))
            {
                return false;
            }
        }

        return true;
    }
}
