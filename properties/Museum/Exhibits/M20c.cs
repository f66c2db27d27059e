// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class M20c
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "M20c",
        Title = "vfree cleans up after a failed array",
        Source = "classic mistake",
        Story = "The path for a failed array calls vfree. nr_pages is already set and the array "
            + "is NULL: vfree follows it to the first page.",
        Plant =
        [
            new(
                "VmallocAreaNodeInner",
                """
                RemoveVmArea(area.Addr);
                Kfree(area);
                """,
                """
                area.Pages = [];
                Vfree(area.Addr);
                """),
        ],
        Steps = ["area-node.4"],
        Breaks = [FailureLaws.NoCallEndsInABug],
        Shortest = 1,
    };
}
