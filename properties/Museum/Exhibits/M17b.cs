// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class M17b
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "M17b",
        Title = "the array is asked for with GFP_KERNEL",
        Source = "classic mistake",
        Story = "The array is allocated with GFP_KERNEL whatever the caller allowed. A caller "
            + "that must not sleep sleeps, and one that holds a filesystem's locks enters the "
            + "filesystem again.",
        Plant =
        [
            new("AllocPagesArray", "(gfp & Gfp.ReclaimMask) | Gfp.Zero", "Gfp.Kernel | Gfp.Zero"),
        ],
        Steps = ["area-node.3"],
        Breaks =
        [
            LinuxLaws.NestedAllocationsDoNotReclaimMore,
            MaskLaws.NestedAllocationsMayReclaimAsMuch,
        ],
        Shortest = 1,
    };
}
