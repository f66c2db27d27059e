// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V268
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V268",
        Title = "vread shows the guard page",
        Source = "classic mistake",
        Story = "Where an area ends is computed with its guard page: behind the last byte come "
            + "zeros that are told as memory.",
        Plant = [new("HoleBefore", "area.Addr + area.Size - pageSize", "area.Addr + area.Size")],
        Steps = ["vread.1"],
        Breaks = [VreadLaws.VwriteHitsTheAreas, VreadLaws.VreadSeesTheAreas],
        Shortest = 2,
    };
}
