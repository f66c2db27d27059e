// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V25
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V25",
        Title = "pages are taken from any node",
        Source = "classic mistake",
        Story = "The node reaches the page allocator and is ignored there. Memory comes from the "
            + "first node that has some.",
        Plant = [new("AllocPage", "frames.Take(node)", "frames.Take(-1)")],
        Steps = ["area-node.5"],
        Breaks = [LinuxLaws.NodeIsHonoured],
        Shortest = 1,
    };
}
