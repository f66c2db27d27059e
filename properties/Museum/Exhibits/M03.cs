// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class M03
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "M03",
        Title = "all of memory is refused",
        Source = "classic mistake",
        Story = "The gate in front of __vmalloc_node lets exactly totalram_pages pass. With >= in "
            + "place of > a request for as many pages as there are is refused without being "
            + "tried.",
        Plant =
        [
            new("VmallocNodeInner", "> (ulong)machine.TotalRam", ">= (ulong)machine.TotalRam"),
        ],
        Steps = ["node.1"],
        Breaks = [ArrayLaws.AllRamIsAdmitted],
        Shortest = 1,
    };
}
