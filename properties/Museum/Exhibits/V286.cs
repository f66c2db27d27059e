// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V286
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V286",
        Title = "all pages of an area are counted on the node of its first",
        Source = "classic mistake",
        Story = "The node of the first page is looked up, and the others are taken to lie on it as "
            + "well. A block that was filled from two nodes is shown as if it came from one.",
        Plant =
        [
            new(
                "ShowNumaInfo",
                "pagesOnNode[machine.NodeOfFrame(area.Pages[i])]++;",
                "pagesOnNode[machine.NodeOfFrame(area.Pages[0])]++;"),
        ],
        Steps = ["numa-info.1"],
        Breaks = [VmallocinfoLaws.VmallocinfoTellsEachArea],
        Shortest = 2,
    };
}
