// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class M18b
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "M18b",
        Title = "node 0 counts as no node",
        Source = "classic mistake",
        Story = "The test for \"any node\" is written as node <= 0. A caller that asks for node 0 "
            + "gets pages from wherever there are some.",
        Plant = [new("VmallocAreaNodeInner", "node < 0 ? -1 : node", "node <= 0 ? -1 : node")],
        Steps = ["area-node.5"],
        Breaks = [LinuxLaws.NodeIsPassedOn],
        Shortest = 1,
    };
}
