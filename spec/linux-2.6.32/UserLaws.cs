// SPDX-License-Identifier: GPL-2.0-only
using static Verification.Spec.Laws;

namespace Verification.Spec;

/// <summary>Looking an area up by its address, and giving its pages to user space.</summary>
public static class UserLaws
{
    /// <summary>A freed area that waits for the purge is in the tree still.</summary>
    public static Law<Step> LookupsFindLiveAreas { get; } = Always<Step>(
        "find_vm_area finds exactly the live areas, by their first address",
        from: "find_vm_area",
        steps: ["find-vm.1"],
        about: [CommandKind.FindVmArea],
        holds: static (ledger, step) => ledger.Subject is { IsLive: true } area
            ? step.Outcome == Outcome.Number((long)area.VmSize, (ulong)area.Flags)
            : step.Outcome.Kind == OutcomeKind.NoPage);

    /// <summary>B46: the sum of size and offset wrapped.</summary>
    public static Law<Step> RemapsAreRefusedWithoutLeave { get; } = Always<Step>(
        "remap_vmalloc_range says -EINVAL unless its pages lie in a live area for users",
        from: "remap_vmalloc_range",
        steps: ["remap.1", "remap.2", "remap.4", "insert-page.1", "insert-page.2"],
        about: [CommandKind.RemapVmallocRange],
        holds: static (ledger, step) => !MayBeRemapped(ledger, step.Call)
            ? step.Outcome.Signed == -Errno.EINVAL
            : step.Outcome.Signed == (ledger.Tally.Failures > 0 ? -Errno.ENOMEM : 0));

    public static Law<Step> UsersAreGivenTheirPages { get; } = Always<Step>(
        "user space is given pages of its area, each at its place, and no others",
        from: "remap_vmalloc_range",
        steps: ["remap.3", "insert-page.3"],
        about: [CommandKind.RemapVmallocRange],
        holds: static (ledger, step) => GivesItsPages(ledger, step));

    /// <summary>What is asked for lies in a live area that was made for users.</summary>
    internal static bool MayBeRemapped(Ledger ledger, Call call) =>
        ledger.Subject is { IsLive: true } area && (area.Flags & VmFlags.Usermap) != 0
        && call.Count < area.Pages
        && call.Size >> ledger.Machine.PageShift <= area.Pages - 1 - call.Count;

    /// <summary>All of them when it succeeds; those before the failure otherwise.</summary>
    static bool GivesItsPages(Ledger ledger, Step step)
    {
        ulong given = 0;
        bool mayGive = MayBeRemapped(ledger, step.Call);
        foreach (ref readonly Event e in step.Events)
        {
            if (e.Kind != EventKind.UserInsert)
            {
                continue;
            }

            if (!mayGive || given >= step.Call.Size || e.Address != given
                || e.Id != FrameAsked(ledger, step.Call, given))
            {
                return false;
            }

            given += ledger.Machine.PageSize;
        }

        return step.Outcome != Outcome.Number(0) || given == step.Call.Size;
    }

    static int FrameAsked(Ledger ledger, Call call, ulong offset)
    {
        ulong first = call.Address + (call.Count << ledger.Machine.PageShift);
        Translation translation = ledger.Translations.Get(first + offset);
        return translation.IsPresent ? translation.Frame : -1;
    }
}
