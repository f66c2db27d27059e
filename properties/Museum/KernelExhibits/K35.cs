// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.KernelExhibits;

static class K35
{
    public static KernelExhibit Exhibit { get; } = new()
    {
        Id = "K35",
        Title = "the array is asked for with GFP_KERNEL",
        Story = "A caller that must not reclaim is made to.",
        Plant =
        [
            [
                new(
                    "__vmalloc_area_node",
                    "(gfp_mask & GFP_RECLAIM_MASK) | __GFP_ZERO",
                    "GFP_KERNEL | __GFP_ZERO"),
            ],
        ],
        Breaks = [LinuxLaws.NestedAllocationsDoNotReclaimMore],
    };
}
