// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V44
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V44",
        Title = "kmemleak is not told of frees",
        Source = "classic mistake",
        Story = "vfree does not call kmemleak_free. The object stays, and when the addresses are "
            + "used again kmemleak finds them taken.",
        Plant = [new("Vfree", "KmemleakFree(addr);", "")],
        Steps = ["vfree.2"],
        Breaks = [ReportLaws.KmemleakKnowsOnlyBlocks],
        Shortest = 2,
    };
}
