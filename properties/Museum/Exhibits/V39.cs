// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V39
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V39",
        Title = "VmallocChunk ignores what lies behind the last area",
        Source = "classic mistake",
        Story = "The largest hole is looked for only in front of areas. An empty range has no "
            + "hole at all.",
        Plant =
        [
            new("GetVmallocInfo", "largest = Math.Max(largest, machine.End - previousEnd);", ""),
        ],
        Steps = ["usage.1"],
        Breaks = [ReportLaws.UsageIsTheSumOfAreas],
        Shortest = 1,
    };
}
