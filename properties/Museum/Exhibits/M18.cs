// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class M18
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "M18",
        Title = "the array comes from any node",
        Source = "classic mistake",
        Story = "The node is not handed on to the allocation of the pages array. Data lies on the "
            + "node asked for, the list that leads to it somewhere else.",
        Plant =
        [
            new(
                "VmallocAreaNodeInner",
                "AllocPagesArray(area, arraySize, gfp, node)",
                "AllocPagesArray(area, arraySize, gfp, -1)"),
        ],
        Steps = ["area-node.3"],
        Breaks = [LinuxLaws.NodeIsPassedOn],
        Shortest = 1,
    };
}
