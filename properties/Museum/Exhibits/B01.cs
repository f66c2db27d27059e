// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class B01
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "B01",
        Title = "the count decides how the pages array is freed",
        Source = "8757d5fa6b7, 2.6.18-rc2",
        Story = "Whether the pages array goes back by vfree or kfree was worked out from nr_pages "
            + "again. After a failure nr_pages is the number of pages there were, so a large "
            + "block that got few pages handed its vmalloc'ed array to kfree.",
        Plant =
        [
            new(
                "VunmapInner",
                "(area.Flags & VmFlags.Vpages) != 0",
                "area.NrPages * (ulong)machine.PointerBytes > pageSize"),
        ],
        Steps = ["vunmap-inner.4"],
        Breaks =
        [
            FailureLaws.FailedCallsLeaveNoLiveArea,
            FailureLaws.FailedCallsKeepNoPage,
            FailureLaws.FailedCallsKeepNoObject,
        ],
        Shortest = 1,
    };
}
