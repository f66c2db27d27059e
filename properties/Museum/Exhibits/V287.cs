// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V287
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V287",
        Title = "the last page is taken for a guard and stays",
        Source = "classic mistake",
        Story = "An area is cleared up to its last page, in which nothing is mapped as a "
            + "rule. A range of vm_map_ram or of a percpu group has no guard page: the "
            + "translation of its last page outlives it.",
        Plant = [new("UnmapVmapArea", "va.VaEnd", "va.VaEnd - pageSize")],
        Steps = ["unmap-area.1"],
        Breaks = [AreaLaws.RangesAreReleasedClean, AreaLaws.FreedRangesAreUnmapped],
        Shortest = 4,
    };
}
