// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V116
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V116",
        Title = "the last area of a percpu group is not freed",
        Source = "classic mistake",
        Story = "The loop over a group of more than one area ends one too early. The last "
            + "area lives on without anybody who could free it.",
        Plant =
        [
            new(
                "PcpuFreeVmAreas",
                "i < vms.Count",
                "i < Math.Max(vms.Count - 1, 1)"),
        ],
        Steps = ["pcpu-free.1"],
        Breaks = [FreeLaws.FreeGivesBackItsObjects, PercpuLaws.PercpuGroupsEndTogether],
        Shortest = 2,
    };
}
