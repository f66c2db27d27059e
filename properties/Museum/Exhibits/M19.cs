// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class M19
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "M19",
        Title = "the array is stored only when it is full",
        Source = "classic mistake",
        Story = "area->pages is set after the loop in place of before it. When a page is missing, "
            + "vfree finds no array: it follows a NULL pointer to the pages taken so far or, if "
            + "there are none, leaks the array.",
        Plant =
        [
            new(
                "VmallocAreaNodeInner",
                "CountPages(area, i);",
                """
                CountPages(area, i);
                (area.Array, area.NestedAt, area.Pages) = (null, 0, []);
                """),
        ],
        Steps = ["area-node.3"],
        Breaks = [FailureLaws.NoCallEndsInABug, FailureLaws.FailedCallsKeepNoObject],
        Shortest = 1,
    };
}
