// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.KernelExhibits;

static class K36
{
    public static KernelExhibit Exhibit { get; } = new()
    {
        Id = "K36",
        Title = "the descriptor is asked for with GFP_KERNEL",
        Story = "A caller that must not reclaim is made to.",
        Plant =
        [
            [
                new(
                    "__get_vm_area_node",
                    "kzalloc_node(sizeof(*area), gfp_mask & GFP_RECLAIM_MASK,",
                    "kzalloc_node(sizeof(*area), GFP_KERNEL,"),
            ],
        ],
        Breaks = [LinuxLaws.NestedAllocationsDoNotReclaimMore],
    };
}
