// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.KernelExhibits;

static class K03
{
    public static KernelExhibit Exhibit { get; } = new()
    {
        Id = "K03",
        Title = "vfree does not unmap",
        Story = "The entries of a freed range stay: its pages are handed to others and can "
            + "still be written through the old address.",
        Plant =
        [
            [new("free_unmap_vmap_area", "vunmap_range_noflush(…);", ";")],
        ],
        Breaks = [AreaLaws.FreedRangesAreUnmapped, FrameLaws.FreeFramesAreNotMapped],
    };
}
