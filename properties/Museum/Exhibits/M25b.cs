// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class M25b
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "M25b",
        Title = "pages are freed by hand and again by vfree",
        Source = "classic mistake",
        Story = "When a page is missing, the pages taken so far are given back one by one, and "
            + "then vfree gives them back once more.",
        Plant =
        [
            new(
                "VmallocAreaNodeInner",
                "CountPages(area, i);",
                """
                CountPages(area, i);
                FreePages(area);
                """),
        ],
        Steps = ["area-node.6"],
        Breaks = [FailureLaws.NoCallEndsInABug],
        Shortest = 1,
    };
}
