// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V228
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V228",
        Title = "an empty range is unmapped in silence",
        Source = "classic mistake",
        Story = "The test that a range is not empty lost its equals sign: what begins where it "
            + "ends is no bug any more, and its caller goes on with a size of 0.",
        Plant = [new("VunmapPageRange", "addr >= end", "addr > end")],
        Steps = ["vunmap.1"],
        Breaks = [BugLaws.ForbiddenCallsEndInABug],
        Shortest = 1,
    };
}
