// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.KernelExhibits;

static class K40
{
    public static KernelExhibit Exhibit { get; } = new()
    {
        Id = "K40",
        Title = "a mapping may fail where nothing may",
        Story = "A caller who said that it cannot bear a failure gets one.",
        Plant =
        [
            [new("__vmalloc_area_node", "nofail = gfp_mask & __GFP_NOFAIL;", "nofail = false;")],
        ],
        Breaks = [LaterLaws.NofailIsHonoured],
    };
}
