// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.KernelExhibits;

static class K12
{
    public static KernelExhibit Exhibit { get; } = new()
    {
        Id = "K12",
        Title = "a block takes a page more than it maps",
        Story = "The page is owned, and at no address.",
        Plant =
        [
            [
                new(
                    "__vmalloc_area_node",
                    "nr_small_pages = size >> PAGE_SHIFT;",
                    "nr_small_pages = (size >> PAGE_SHIFT) + 1;"),
            ],
        ],
        Breaks =
        [
            FrameLaws.OwnedFramesAreMappedOnce,
            AreaLaws.BlocksHoldWhatWasAsked,
            AreaLaws.EveryDataPageIsMappedRight,
        ],
    };
}
