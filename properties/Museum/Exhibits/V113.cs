// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V113
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V113",
        Title = "what is freed above the pcpu hole is never looked at again",
        Source = "classic mistake",
        Story = "A range that goes back does not move the begin of the search up. Every "
            + "group lies below all earlier ones, and percpu memory eats its way down "
            + "into vmalloc.",
        Plant =
        [
            new(
                "FreeVmapAreaInner",
                "vmapAreaPcpuHole = Math.Max(vmapAreaPcpuHole, va.VaEnd);",
                "vmapAreaPcpuHole = Math.Max(vmapAreaPcpuHole, 0);"),
        ],
        Steps = ["free-va.3"],
        Breaks = [PercpuPlaceLaws.PercpuGroupsLieHighest],
        Shortest = 6,
    };
}
