// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V19
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V19",
        Title = "unmap_kernel_range does not flush the TLB",
        Source = "classic mistake",
        Story = "unmap_kernel_range clears its entries and returns. A CPU that used the addresses "
            + "before still reaches the old pages through its TLB.",
        Plant = [new("UnmapKernelRange", "FlushTlbKernelRange(addr, end);", "")],
        Steps = ["kernel-range.2"],
        Breaks = [AccessLaws.UnmappedRangesAreFlushed],
        Shortest = 4,
        Rare = "a range has to be reserved, mapped with a page that is to be had, and unmapped "
            + "where it is mapped",
    };
}
