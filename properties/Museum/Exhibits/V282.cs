// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V282
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V282",
        Title = "kmemleak is told of NULL",
        Source = "classic mistake",
        Story = "The address is handed to kmemleak whether there is one or not, and kmemleak "
            + "does not look. At the second failure it knows the block at NULL already, and "
            + "switches itself off.",
        Plant = [new("KmemleakAlloc", "!kmemleakEnabled || ptr == 0", "!kmemleakEnabled")],
        Steps = ["kmemleak.1"],
        Breaks = [ReportLaws.KmemleakStaysOn],
        Shortest = 3,
    };
}
