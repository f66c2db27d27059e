// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V243
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V243",
        Title = "a range that was purged stays in the tree",
        Source = "classic mistake",
        Story = "__free_vmap_area takes the area off the list but not out of the tree. Its "
            + "addresses are never handed out again, and its descriptor is freed where others "
            + "still pass.",
        Plant = [new("FreeVmapAreaInner", "vmapAreas.Remove(va.VaStart, va.Slot);", "")],
        Steps = ["free-va.1"],
        Breaks = [WalkLaws.TheWalkAgrees],
        Shortest = 2,
    };
}
