// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class B54
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "B54",
        Title = "a large hole below is ignored by the search for percpu groups",
        Source = "5336e52c9e6a, 5.3",
        Story = "The search from above gave up where it should have moved the group down: "
            + "an allocation of percpu memory failed with most of the range free, and "
            + "slub panicked.",
        Plant =
        [
            new(
                "FindPercpuBase",
                """
                @base = BaseBelow(PvmDetermineEnd(ref next, align), areas[area].End);
                """,
                """
                if (area != PercpuArea.Last(areas))
                {
                    return false;
                }

                @base = BaseBelow(PvmDetermineEnd(ref next, align), areas[area].End);
                """),
        ],
        Steps = ["pcpu.5"],
        Breaks = [PercpuPlaceLaws.PercpuGroupsAreRefusedWithoutPlace],
        Shortest = 2,
    };
}
