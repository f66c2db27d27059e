// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V164
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V164",
        Title = "nodes for the tree are taken twice",
        Source = "classic mistake",
        Story = "Each time the store of a CPU is filled, every node is taken twice, and one of the "
            + "two forgotten.",
        Plant =
        [
            new(
                "RadixTreePreload",
                "preloads[cpu][preloaded[cpu]++] = node;",
                "preloads[cpu][preloaded[cpu]++] = KmallocRadixNode(gfp) ?? node;"),
        ],
        Steps = ["preload.1"],
        Breaks = [BlockLaws.TreeNodesAreBounded],
        Shortest = 1,
    };
}
