// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V04
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V04",
        Title = "the flush covers only the last area",
        Source = "classic mistake",
        Story = "The start of the range to flush is overwritten with each area in place of taking "
            + "the lowest. The TLBs keep what they hold of all areas but the last.",
        Plant =
        [
            new(
                "PurgeVmapAreaLazyInner",
                "start = Math.Min(start, va.VaStart);",
                "start = va.VaStart;"),
        ],
        Steps = ["purge.4"],
        Breaks = [AreaLaws.RangesAreReleasedClean],
        Shortest = 2,
    };
}
