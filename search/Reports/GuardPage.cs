// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Search;

/// <summary>
/// Which areas end in a page that is never mapped: all but those of percpu memory and those
/// registered before boot, which are used to their end.
/// </summary>
public static class GuardPage
{
    /// <summary>Whether an area has one, by its vm_struct.</summary>
    public static bool IsIn(Machine machine, VmEntry area)
    {
        ArgumentNullException.ThrowIfNull(machine);
        return area.Caller != Caller.Percpu && !IsEarly(machine, area);
    }

    /// <summary>First addresses of the areas on vmlist that have none.</summary>
    internal static HashSet<ulong> Missing(Machine machine, Picture picture) =>
    [
        .. picture.Vmlist.Where(area => !IsIn(machine, area)).Select(static area => area.Address),
    ];

    /// <summary>Nobody called for it, and it lies where the machine says.</summary>
    static bool IsEarly(Machine machine, VmEntry area)
    {
        bool isEarly = false;
        for (int i = 0; !isEarly && area.Caller == Caller.None && i < machine.Early.Count; i++)
        {
            isEarly = machine.EarlyStart(i) == area.Address && machine.Early[i].Size == area.Size;
        }

        return isEarly;
    }
}
