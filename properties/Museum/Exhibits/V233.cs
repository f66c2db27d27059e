// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V233
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V233",
        Title = "a mapping call says 0 where it should count",
        Source = "classic mistake",
        Story = "Success is 0 everywhere else, so it became 0 here: the caller whose page "
            + "pointer moves by the result stays where it was, and maps the same pages again.",
        Plant = [new("VmapPageRangeNoflush", "return nr;", "return 0;")],
        Steps = ["vmap-range.8"],
        Breaks = [AccessLaws.RangesMapTheGivenPages],
        Shortest = 3,
    };
}
