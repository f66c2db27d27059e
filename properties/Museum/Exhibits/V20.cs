// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V20
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V20",
        Title = "unmap_kernel_range_noflush leaves the last page",
        Source = "classic mistake",
        Story = "The range is taken for one that ends in a guard page. The last page stays mapped.",
        Plant =
        [
            new(
                "UnmapKernelRangeNoflush",
                "unchecked(addr + size)",
                "unchecked(addr + Math.Max(size - pageSize, pageSize))"),
        ],
        Steps = ["kernel-range.2"],
        Breaks = [AccessLaws.UnmappedRangesAreCleared],
        Shortest = 4,
        Rare = "a range has to be reserved, mapped with a page that is to be had, and unmapped "
            + "where it is mapped",
    };
}
