// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.KernelExhibits;

static class K08
{
    public static KernelExhibit Exhibit { get; } = new()
    {
        Id = "K08",
        Title = "a purge flushes a page too few",
        Story = "The first page of the lowest freed range is left out of the flush.",
        Plant =
        [
            [
                new(
                    "__purge_vmap_area_lazy",
                    "flush_tlb_kernel_range(start, end);",
                    "flush_tlb_kernel_range(start + PAGE_SIZE, end);"),
            ],
        ],
        Breaks = [AreaLaws.RangesAreReleasedClean],
    };
}
