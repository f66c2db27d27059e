// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class M16
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "M16",
        Title = "the pages array is not zeroed",
        Source = "classic mistake",
        Story = "The array is asked for without __GFP_ZERO. When pages run out half way, whoever "
            + "looks behind the last one finds what the memory held before and takes it for a "
            + "page.",
        Plant =
        [
            new("AllocPagesArray", "(gfp & Gfp.ReclaimMask) | Gfp.Zero", "gfp & Gfp.ReclaimMask"),
        ],
        Steps = ["area-node.3"],
        Breaks = [MaskLaws.KernelMemoryStartsZeroed],
        Shortest = 1,
    };
}
