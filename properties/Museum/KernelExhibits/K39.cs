// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.KernelExhibits;

static class K39
{
    public static KernelExhibit Exhibit { get; } = new()
    {
        Id = "K39",
        Title = "every part of a huge mapping is the first",
        Story = "A block of several large pages is one of them, over and over.",
        Plant =
        [
            [
                new(
                    "__vmap_pages_range_noflush",
                    "page_to_phys(pages[i])",
                    "page_to_phys(pages[0])"),
            ],
        ],
        Breaks = [FrameLaws.OwnedFramesAreMappedOnce, AreaLaws.EveryDataPageIsMappedRight],
    };
}
