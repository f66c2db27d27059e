// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V30
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V30",
        Title = "vmlist changes without its lock",
        Source = "classic mistake",
        Story = "remove_vm_area takes the descriptor off vmlist without vmlist_lock. A reader of "
            + "/proc/vmallocinfo follows a link that is being changed.",
        Plant =
        [
            new(
                "RemoveVmArea",
                """
                Emit(EventKind.Lock, KernelLock.Vmlist);
                vmlist.Remove
                """,
                "vmlist.Remove"),
            new("RemoveVmArea", "Emit(EventKind.Unlock, KernelLock.Vmlist);", ""),
        ],
        Steps = ["remove.2"],
        Breaks = [LockLaws.ListsChangeUnderTheirLock],
        Shortest = 2,
    };
}
