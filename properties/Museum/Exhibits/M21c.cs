// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class M21c
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "M21c",
        Title = "a half-filled block forgets its last page",
        Source = "classic mistake",
        Story = "When page i is missing, nr_pages is set to i - 1. The last page that was had is "
            + "leaked; without a single one the count wraps, and vfree runs off the array.",
        Plant =
        [
            new(
                "VmallocAreaNodeInner",
                "CountPages(area, i);",
                "CountPages(area, unchecked(i - 1));"),
        ],
        Steps = ["area-node.6"],
        Breaks = [FailureLaws.FailedCallsKeepNoPage, FailureLaws.NoCallEndsInABug],
        Shortest = 1,
    };
}
