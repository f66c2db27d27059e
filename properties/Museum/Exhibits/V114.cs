// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V114
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V114",
        Title = "percpu areas are recorded as mappings",
        Source = "classic mistake",
        Story = "The areas of a group come on vmlist with the flags of vmap. A reader of "
            + "/proc/vmallocinfo looks for whoever mapped them.",
        Plant =
        [
            new(
                "PcpuGetVmAreas",
                "VmFlags.Alloc, Caller.Percpu",
                "VmFlags.Map, Caller.Percpu"),
        ],
        Steps = ["pcpu.7"],
        Breaks = [PercpuLaws.PercpuAreasAreAsLargeAsAsked],
        Shortest = 1,
    };
}
