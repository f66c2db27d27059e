// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V112
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V112",
        Title = "the search for a percpu group begins again without a purge",
        Source = "classic mistake",
        Story = "When there is no place the search starts over, but nothing was given back "
            + "in between. The group is refused, though freed ranges only wait for a "
            + "purge.",
        Plant =
        [
            new(
                "ReservePercpu",
                "PurgeVmapAreaLazy();",
                ""),
        ],
        Steps = ["pcpu.5"],
        Breaks = [PercpuPlaceLaws.PercpuGroupsAreRefusedWithoutPlace],
        Shortest = 4,
    };
}
