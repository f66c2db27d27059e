// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V26
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V26",
        Title = "the array may sleep",
        Source = "classic mistake",
        Story = "__GFP_WAIT is added to the mask of the pages array. A caller in atomic context "
            + "schedules.",
        Plant =
        [
            new(
                "AllocPagesArray",
                "(gfp & Gfp.ReclaimMask) | Gfp.Zero",
                "(gfp & Gfp.ReclaimMask) | Gfp.Wait | Gfp.Zero"),
        ],
        Steps = ["area-node.3"],
        Breaks = [LinuxLaws.NestedAllocationsDoNotReclaimMore],
        Shortest = 1,
    };
}
