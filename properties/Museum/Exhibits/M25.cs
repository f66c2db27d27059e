// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class M25
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "M25",
        Title = "a missing page leaves everything else behind",
        Source = "classic mistake",
        Story = "When a page is missing the function returns NULL at once. The area, its array "
            + "and all pages taken so far belong to nobody.",
        Plant =
        [
            new(
                "VmallocAreaNodeInner",
                """
                CountPages(area, i);
                Vfree(area.Addr);
                """,
                "CountPages(area, i);"),
        ],
        Steps = ["area-node.6"],
        Breaks =
        [
            FailureLaws.FailedCallsLeaveNoLiveArea,
            FailureLaws.FailedCallsKeepNoObject,
            FailureLaws.FailedCallsKeepNoPage,
        ],
        Shortest = 1,
    };
}
