// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V79
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V79",
        Title = "unmap_kernel_range_noflush purges",
        Source = "classic mistake",
        Story = "unmap_kernel_range_noflush purges what waits to be freed before it unmaps its "
            + "range. Its caller asked for no flush, and pays for the one that all others had put "
            + "off.",
        Plant =
        [
            new(
                "UnmapKernelRangeNoflush",
                "=> VunmapPageRange(addr, UnsignedLong(unchecked(addr + size)));",
                """
                {
                    TryPurgeVmapAreaLazy();
                    VunmapPageRange(addr, unchecked(addr + size));
                }
                """),
        ],
        Steps = ["kernel-range.2"],
        Breaks = [PurgeLaws.NoPurgeBelowTheMark],
        Shortest = 4,
        Rare = "needs an aligned stretch of a reserved range while another waits for its purge",
    };
}
