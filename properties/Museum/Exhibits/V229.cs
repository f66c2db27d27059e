// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V229
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V229",
        Title = "the last page of a range stays mapped",
        Source = "classic mistake",
        Story = "The loop over a table ends a page too early. Of an area that is the guard page, "
            + "which nobody misses; of a range that its caller manages it is data.",
        Plant =
        [
            new(
                "VunmapPteRange",
                "while (addr < end && i < entries.Length)",
                "while (unchecked(addr + pageSize) < end && i < entries.Length)"),
        ],
        Steps = ["vunmap.3"],
        Breaks = [AccessLaws.UnmappedRangesAreCleared],
        Shortest = 4,
    };
}
