// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V85
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V85",
        Title = "a purge does not keep others out",
        Source = "classic mistake",
        Story = "The lock of the purge is not taken. Two CPUs purge the same areas: both clear "
            + "them, both release them.",
        Plant =
        [
            new("PurgeVmapAreaLazyInner", "Emit(EventKind.Lock, KernelLock.Purge);", ""),
            new("PurgeVmapAreaLazyInner", "Emit(EventKind.Unlock, KernelLock.Purge);", ""),
        ],
        Steps = ["purge.1"],
        Breaks = [PurgeLaws.NoFlushOutsideAPurge],
        Shortest = 3,
    };
}
