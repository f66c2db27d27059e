// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V279
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V279",
        Title = "a percpu group may not be wider than memory",
        Source = "classic mistake",
        Story = "The gate of vmalloc was copied: more than all memory is refused. A group takes "
            + "addresses, not pages, and the CPUs of a large machine lie far apart.",
        Plant =
        [
            new(
                "PcpuGetVmAreas",
                "PercpuVms? vms = KzallocPercpuVms(areas.Length, gfp);",
                """
                if (last.End >> machine.PageShift > (ulong)machine.TotalRam)
                {
                    return null;
                }

                PercpuVms? vms = KzallocPercpuVms(areas.Length, gfp);
                """),
        ],
        Steps = ["pcpu.3"],
        Breaks = [PercpuPlaceLaws.PercpuGroupsAreRefusedWithoutPlace],
        Shortest = 1,
    };
}
