// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V280
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V280",
        Title = "percpu groups are looked for from the top",
        Source = "classic mistake",
        Story = "The search begins at the end of the range each time. It finds the same holes "
            + "and more, and walks over all groups there are to do so.",
        Plant =
        [
            new(
                "FindPercpuBase",
                "PvmFindNextPrev(vmapAreaPcpuHole, out",
                "PvmFindNextPrev(machine.End, out"),
        ],
        Steps = ["pcpu.4"],
        Breaks = [PercpuPlaceLaws.PercpuGroupsLieHighest],
        Shortest = 2,
    };
}
