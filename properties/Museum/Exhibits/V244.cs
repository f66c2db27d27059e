// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V244
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V244",
        Title = "a purge flushes to where the last area begins",
        Source = "classic mistake",
        Story = "The hull of what is purged takes the start of an area for its end. The pages of "
            + "the highest one stay in the TLBs, and its addresses go to the next caller.",
        Plant =
        [
            new(
                "PurgeVmapAreaLazyInner",
                "end = Math.Max(end, va.VaEnd);",
                "end = Math.Max(end, va.VaStart);"),
        ],
        Steps = ["purge.2"],
        Breaks = [AreaLaws.RangesAreReleasedClean],
        Shortest = 2,
    };
}
