// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V281
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V281",
        Title = "the range before counts as the one above",
        Source = "classic mistake",
        Story = "The walk through the tree ends at a range that may end above the address or "
            + "below it. It is taken for the next one in both cases: a group goes below a range "
            + "that it could have stood upon.",
        Plant =
        [
            new(
                "PvmFindNextPrev",
                "vmapAreas.Previous(ref previous) && vmapAreas.EndAt(previous) > end",
                "vmapAreas.Previous(ref previous)"),
        ],
        Steps = ["pvm.1"],
        Breaks = [PercpuPlaceLaws.PercpuGroupsLieHighest],
        Shortest = 2,
    };
}
