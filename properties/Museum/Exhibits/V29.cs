// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V29
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V29",
        Title = "a refused reservation keeps the lock",
        Source = "classic mistake",
        Story = "The path for a full range returns before vmap_area_lock is dropped. The next "
            + "allocation waits for it for ever.",
        Plant =
        [
            new(
                "AllocVmapArea",
                """
                Emit(EventKind.Unlock, KernelLock.VmapArea);
                if (purged)
                """,
                """
                if (!purged)
                {
                    Emit(EventKind.Unlock, KernelLock.VmapArea);
                }

                if (purged)
                """),
        ],
        Steps = ["alloc-va.9"],
        Breaks = [LockLaws.LocksAreBalanced],
        Shortest = 1,
    };
}
