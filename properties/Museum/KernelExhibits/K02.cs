// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.KernelExhibits;

static class K02
{
    public static KernelExhibit Exhibit { get; } = new()
    {
        Id = "K02",
        Title = "a page is mapped twice",
        Story = "Every second entry gets the page of the one before it: two addresses of a "
            + "block are one memory, and a page of it is never reached.",
        Plant =
        [
            [new("vmap_pages_pte_range", "= pages[*nr];", "= pages[*nr & ~1];")],
        ],
        Breaks =
        [
            FrameLaws.OwnedFramesAreMappedOnce,
            AccessLaws.VmapMapsTheGivenPages,
            AccessLaws.RangesMapTheGivenPages,
        ],
    };
}
