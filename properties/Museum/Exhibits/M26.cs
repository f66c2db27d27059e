// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class M26
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "M26",
        Title = "the range is mapped once for each page",
        Source = "classic mistake",
        Story = "The whole range is mapped again whenever another page has been taken. The first "
            + "time the pages run out, the next time entries are in use already.",
        Plant =
        [
            new(
                "VmallocAreaNodeInner",
                "area.SetPage((int)i, page);",
                """
                area.SetPage((int)i, page);
                MapVmArea(area, prot, area.Pages.AsSpan(0, (int)i + 1), gfp, out _);
                """),
        ],
        Steps = ["area-node.7"],
        Breaks = [FailureLaws.LegalCallsDoNotWarn],
        Shortest = 1,
    };
}
