// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V31
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V31",
        Title = "the usage is summed up without the lock",
        Source = "classic mistake",
        Story = "get_vmalloc_info walks vmlist without vmlist_lock. A descriptor freed meanwhile "
            + "is followed.",
        Plant =
        [
            new("GetVmallocInfo", "Emit(EventKind.Lock, KernelLock.Vmlist);", ""),
            new("GetVmallocInfo", "Emit(EventKind.Unlock, KernelLock.Vmlist);", ""),
        ],
        Steps = ["usage.1"],
        Breaks = [LockLaws.ReadersHoldTheListsLock],
        Shortest = 2,
    };
}
