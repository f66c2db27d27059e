// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.KernelExhibits;

static class K31
{
    public static KernelExhibit Exhibit { get; } = new()
    {
        Id = "K31",
        Title = "the first page of a range stays mapped",
        Story = "Unmapping begins a page too late.",
        Plant =
        [
            [
                new(
                    "free_unmap_vmap_area",
                    "vunmap_range_noflush(va->va_start,",
                    "vunmap_range_noflush(va->va_start + PAGE_SIZE,"),
            ],
        ],
        Breaks = [AreaLaws.FreedRangesAreUnmapped, FrameLaws.FreeFramesAreNotMapped],
    };
}
