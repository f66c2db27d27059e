// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V70
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V70",
        Title = "vmap has no gate",
        Source = "classic mistake",
        Story = "vmap does not compare its count with totalram_pages. A count gone wrong is "
            + "tried, and only the end of the list of pages stops it.",
        Plant =
        [
            new(
                "Vmap",
                """
                if (count > (ulong)machine.TotalRam)
                {
                    return 0;
                }
                """,
                ""),
        ],
        Steps = ["vmap.1"],
        Breaks = [ArrayLaws.MoreThanAllRamIsRefused],
        Shortest = 1,
    };
}
