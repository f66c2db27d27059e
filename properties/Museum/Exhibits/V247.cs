// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V247
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V247",
        Title = "nodes of the tree of blocks are lost",
        Source = "classic mistake",
        Story = "When a block leaves the tree the nodes above it, empty now, are unlinked and "
            + "not freed.",
        Plant = [new("FreeVmapBlock", "freeRadixNode", "static _ => { }")],
        Steps = ["free-block.1"],
        Breaks = [BlockLaws.TreeNodesAreBounded],
        Shortest = 6,
    };
}
