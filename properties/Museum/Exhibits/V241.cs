// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V241
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V241",
        Title = "an area counts as built before it is mapped",
        Source = "classic mistake",
        Story = "A block is shown as soon as it has its pages. Who takes its address from "
            + "/proc/vmallocinfo then runs into a page fault.",
        Plant =
        [
            new(
                "VmallocAreaNodeInner",
                "Advance(va, AreaTrigger.Populate);",
                "Advance(va, AreaTrigger.Populate); area.IsHalfBuilt = false;"),
        ],
        Steps = ["area-node.7"],
        Breaks = [VmallocinfoLaws.OtherReadersSeeWholeAreas],
        Shortest = 1,
    };
}
