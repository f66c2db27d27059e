// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class M10
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "M10",
        Title = "kmemleak expects two references",
        Source = "classic mistake",
        Story = "Two kernel structures point to a block by themselves: its vm_struct and its "
            + "vmap_area. With a min_count of 2 they are enough, and a block that everybody "
            + "forgot is never reported.",
        Plant = [new("MinCount", "3", "2")],
        Steps = ["kmemleak.3"],
        Breaks = [ReportLaws.BlocksAreKnownToKmemleak],
        Shortest = 1,
    };
}
