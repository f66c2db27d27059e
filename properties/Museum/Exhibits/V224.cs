// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V224
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V224",
        Title = "the array of ranges stays",
        Source = "classic mistake",
        Story = "pcpu_get_vm_areas needs two arrays, and returns one. The other was given back only after "
            + "a failure.",
        Plant =
        [
            new(
                "PcpuGetVmAreas",
                "Kfree(vas);",
                ""),
        ],
        Steps = ["pcpu.8"],
        Breaks = [PercpuLaws.PercpuGroupsKeepOneArray],
        Shortest = 1,
    };
}
