// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V283
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V283",
        Title = "iounmap looks for what lies below the range",
        Source = "classic mistake",
        Story = "Addresses of the direct map need no unmapping: ioremap gave them out as they "
            + "were. iounmap looks for an area there all the same, and complains.",
        Plant =
        [
            new(
                "Iounmap",
                """
                if (addr < machine.Start)
                {
                    return;
                }
                """,
                ""),
        ],
        Steps = ["iounmap.1"],
        Breaks = [FailureLaws.CallsWithNothingToDoChangeNothing],
        Shortest = 1,
    };
}
