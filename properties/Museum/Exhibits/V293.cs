// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V293
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V293",
        Title = "percpu areas are given a guard page",
        Source = "classic mistake",
        Story = "Every other area with a descriptor ends in a guard page. The search for a group "
            + "leaves no room for one: where it left a hole of just the size asked for, the "
            + "guard lies in the next area.",
        Plant =
        [
            new(
                "ReservePercpu",
                "va.VaEnd = InGroup(@base, areas[i].End);",
                "va.VaEnd = InGroup(@base, areas[i].End + pageSize);"),
        ],
        Steps = ["pcpu.7"],
        Breaks = [PercpuLaws.PercpuAreasAreAsLargeAsAsked, AreaLaws.AreasAreDisjoint],
        Shortest = 1,
    };
}
