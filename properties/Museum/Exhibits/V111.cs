// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V111
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V111",
        Title = "a percpu group is aligned only where nothing lies above it",
        Source = "classic mistake",
        Story = "The end below a range is taken as it is and not rounded down. Where the "
            + "range is not aligned as the group has to be, nor is the group.",
        Plant =
        [
            new(
                "PvmDetermineEnd",
                "vmapAreas.StartAt(next) & ~(align - 1)",
                "vmapAreas.StartAt(next)"),
        ],
        Steps = ["pvm.2"],
        Breaks = [PercpuPlaceLaws.PercpuGroupsLieHighest, PercpuLaws.PercpuAreasAreAligned],
        Shortest = 3,
    };
}
