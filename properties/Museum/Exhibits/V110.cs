// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V110
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V110",
        Title = "the areas of a percpu group lie side by side",
        Source = "classic mistake",
        Story = "Each area is put right behind the one before it, whatever its offset. A "
            + "CPU that adds its offset to an address finds the memory of another, or "
            + "none.",
        Plant =
        [
            new(
                "ReservePercpu",
                "va.VaStart = InGroup(@base, areas[i].Offset);",
                """
                va.VaStart = i == 0
                    ? InGroup(@base, areas[0].Offset)
                    : vas.Vas[i - 1]!.VaEnd;
                """),
        ],
        Steps = ["pcpu.6"],
        Breaks = [PercpuLaws.PercpuAreasKeepTheirDistances],
        Shortest = 1,
    };
}
