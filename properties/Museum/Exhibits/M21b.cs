// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class M21b
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "M21b",
        Title = "a half-filled block counts one page too many",
        Source = "classic mistake",
        Story = "When page i is missing, nr_pages is set to i + 1. vfree gives back all pages "
            + "there are and then the one that was never had.",
        Plant =
        [
            new(
                "VmallocAreaNodeInner",
                "CountPages(area, i);",
                """
                area.SetPage((int)i, -1);
                CountPages(area, i + 1);
                """),
        ],
        Steps = ["area-node.6"],
        Breaks = [FailureLaws.NoCallEndsInABug],
        Shortest = 1,
    };
}
