// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class M25c
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "M25c",
        Title = "a missing page is passed over",
        Source = "classic mistake",
        Story = "When a page is missing the loop goes on with the next one. The array has a hole, "
            + "mapping warns when it gets there, and cleaning up stops at it.",
        Plant =
        [
            new(
                "VmallocAreaNodeInner",
                """
                CountPages(area, i);
                Vfree(area.Addr);
                return 0;
                """,
                """
                area.SetPage((int)i, -1);
                continue;
                """),
        ],
        Steps = ["area-node.6"],
        Breaks = [FailureLaws.NoCallEndsInABug, FailureLaws.LegalCallsDoNotWarn],
        Shortest = 1,
    };
}
