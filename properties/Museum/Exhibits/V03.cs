// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V03
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V03",
        Title = "the purge does not flush the TLB",
        Source = "classic mistake",
        Story = "Entries are cleared and ranges handed back, but no CPU is told. Old translations "
            + "stay in use for addresses that belong to somebody else.",
        Plant = [new("PurgeVmapAreaLazyInner", "FlushTlbKernelRange(start, end);", "")],
        Steps = ["purge.4"],
        Breaks = [AreaLaws.RangesAreReleasedClean],
        Shortest = 2,
    };
}
