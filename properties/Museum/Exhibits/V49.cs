// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V49
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V49",
        Title = "freeing NULL is warned about",
        Source = "classic mistake",
        Story = "NULL is looked up like any address, and not found. Every caller that relies on "
            + "vfree(NULL) being fine fills the log.",
        Plant =
        [
            new(
                "VunmapInner",
                """
                if (addr == 0)
                {
                    return;
                }
                """,
                ""),
        ],
        Steps = ["vunmap-inner.1"],
        Breaks = [FailureLaws.CallsWithNothingToDoChangeNothing],
        Shortest = 1,
    };
}
