// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class M20d
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "M20d",
        Title = "the descriptor is freed before it is removed",
        Source = "classic mistake",
        Story = "In the path for a failed array kfree comes before remove_vm_area. For a moment "
            + "vmlist holds freed memory, and remove_vm_area writes to it.",
        Plant =
        [
            new(
                "VmallocAreaNodeInner",
                """
                RemoveVmArea(area.Addr);
                Kfree(area);
                """,
                """
                Kfree(area);
                RemoveVmArea(area.Addr);
                """),
        ],
        Steps = ["area-node.4"],
        Breaks = [FailureLaws.EventsFitTogether],
        Shortest = 1,
    };
}
