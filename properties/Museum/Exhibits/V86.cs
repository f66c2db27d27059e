// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V86
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V86",
        Title = "a page table is linked without the lock",
        Source = "classic mistake",
        Story = "Two CPUs that miss the same table make one each. Without page_table_lock both "
            + "link theirs, the second over the first, and what the first mapped is gone.",
        Plant =
        [
            new("TableAlloc", "Emit(EventKind.Lock, KernelLock.PageTable);", ""),
            new("TableAlloc", "Emit(EventKind.Unlock, KernelLock.PageTable);", ""),
        ],
        Steps = ["tables.2"],
        Breaks = [LockLaws.TablesAreLinkedUnderTheirLock],
        Shortest = 1,
    };
}
