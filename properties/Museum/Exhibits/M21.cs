// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class M21
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "M21",
        Title = "a half-filled block keeps its full count",
        Source = "classic mistake",
        Story = "When a page is missing, nr_pages is not lowered to those there are. vfree runs "
            + "on into the empty entries of the array, and the first of them is a bug.",
        Plant =
        [
            new(
                "VmallocAreaNodeInner",
                "CountPages(area, i);",
                "area.Pages.AsSpan((int)i).Fill(-1);"),
        ],
        Steps = ["area-node.6"],
        Breaks = [FailureLaws.NoCallEndsInABug],
        Shortest = 1,
    };
}
