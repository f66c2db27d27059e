// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class M20
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "M20",
        Title = "a failed array leaves its area listed",
        Source = "classic mistake",
        Story = "Without memory for the pages array the descriptor is freed, but the area is not "
            + "removed. vmlist leads into freed memory, and the range is lost.",
        Plant =
        [
            new(
                "VmallocAreaNodeInner",
                """
                RemoveVmArea(area.Addr);
                Kfree(area);
                """,
                "Kfree(area);"),
        ],
        Steps = ["area-node.4"],
        Breaks = [FailureLaws.EventsFitTogether],
        Shortest = 1,
    };
}
