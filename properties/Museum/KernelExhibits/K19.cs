// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.KernelExhibits;

static class K19
{
    public static KernelExhibit Exhibit { get; } = new()
    {
        Id = "K19",
        Title = "a free ends only the area's name",
        Story = "A vfree takes the descriptor out of the area, and leaves the area listed and "
            + "its range taken.",
        Plant =
        [
            [new("free_unmap_vmap_area", "free_vmap_area_noflush(va);", ";")],
        ],
        Breaks =
        [
            FreeLaws.FreeEndsTheArea,
            FreeLaws.NothingIsLazyAfterUnmapAliases,
            WalkLaws.TheWalkAgrees,
        ],
    };
}
