// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V242
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V242",
        Title = "another task reads the list without its lock",
        Source = "classic mistake",
        Story = "s_show walks vmlist without vmlist_lock. Beside a call that takes an area off "
            + "the list, it follows a link into freed memory.",
        Plant =
        [
            new("ReadInCall", "Emit(EventKind.Lock, KernelLock.Vmlist);", ""),
            new("ReadInCall", "Emit(EventKind.Unlock, KernelLock.Vmlist);", ""),
        ],
        Steps = ["info.1"],
        Breaks = [LockLaws.OtherReadersHoldTheListsLock],
        Shortest = 1,
    };
}
