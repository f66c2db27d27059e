// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.KernelExhibits;

static class K45
{
    public static KernelExhibit Exhibit { get; } = new()
    {
        Id = "K45",
        Title = "that a call must not fail does not reach the pages",
        Story = "A caller that does not look at the result follows a NULL.",
        Plant =
        [
            [
                new(
                    "__vmalloc_area_node",
                    "gfp_mask |= __GFP_NOWARN;",
                    "gfp_mask = (gfp_mask | __GFP_NOWARN) & ~__GFP_NOFAIL;"),
            ],
            [
                new(
                    "__vmalloc_area_node",
                    "gfp_mask |= __GFP_HIGHMEM;",
                    "gfp_mask = (gfp_mask | __GFP_HIGHMEM) & ~__GFP_NOFAIL;"),
            ],
        ],
        Breaks = [LaterLaws.NofailIsHonoured],
    };
}
