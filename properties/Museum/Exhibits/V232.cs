// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V232
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V232",
        Title = "a NULL page is passed over",
        Source = "classic mistake",
        Story = "A page that is not there is left out, its entry empty, and the next one mapped. "
            + "The caller is told that all went well.",
        Plant =
        [
            new(
                "VmapPteRange",
                """
                if (page < 0)
                {
                    Warn(Splat.NullPage, addr);
                    return -Errno.ENOMEM;
                }
                """,
                """
                if (page < 0)
                {
                    i++;
                    nr++;
                    addr = unchecked(addr + pageSize);
                    continue;
                }
                """),
        ],
        Steps = ["vmap-range.4"],
        Breaks = [AccessLaws.VmapMapsTheGivenPages, AccessLaws.RangesMapTheGivenPages],
        Shortest = 1,
    };
}
