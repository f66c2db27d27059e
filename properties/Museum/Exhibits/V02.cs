// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V02
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V02",
        Title = "ranges are released before the TLB is flushed",
        Source = "classic mistake",
        Story = "The purge gives its ranges back and flushes afterwards. Between the two another "
            + "CPU can get the addresses while an old translation for them is still in use.",
        Plant =
        [
            new(
                "PurgeVmapAreaLazyInner",
                """
                if (nr != 0 || forceFlush)
                {
                    FlushTlbKernelRange(start, end);
                }
                """,
                ""),
            new(
                "PurgeVmapAreaLazyInner",
                "Emit(EventKind.Unlock, KernelLock.VmapArea);",
                """
                Emit(EventKind.Unlock, KernelLock.VmapArea);
                FlushTlbKernelRange(start, end);
                """),
        ],
        Steps = ["purge.5"],
        Breaks = [AreaLaws.RangesAreReleasedClean],
        Shortest = 2,
    };
}
