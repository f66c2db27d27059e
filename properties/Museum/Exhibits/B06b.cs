// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class B06b
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "B06b",
        Title = "vmalloc_32 may not wait for memory",
        Source = "7ac674f5277, 2.6.23",
        Story = "The repair of the above put the zone bit in place of GFP_KERNEL, not beside it. "
            + "Allocations could neither wait nor reclaim, and failed under a little pressure.",
        Plant =
        [
            new(
                "Vmalloc32Gfp",
                "(machine.Dma32 ? Gfp.Dma32 : Gfp.Dma) | Gfp.Kernel",
                "machine.Dma32 ? Gfp.Dma32 : Gfp.Dma"),
        ],
        Steps = ["wrappers.1"],
        Breaks = [MaskLaws.NestedAllocationsMayReclaimAsMuch, MaskLaws.DataPagesAreAskedForAsAsked],
        Shortest = 1,
    };
}
