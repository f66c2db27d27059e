// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class M20e
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "M20e",
        Title = "the descriptor is freed twice",
        Source = "classic mistake",
        Story = "The path for a failed array frees the vm_struct a second time. The slab hands "
            + "the same object to two owners.",
        Plant =
        [
            new(
                "VmallocAreaNodeInner",
                "Kfree(area);",
                """
                Kfree(area);
                Kfree(area);
                """),
        ],
        Steps = ["area-node.4"],
        Breaks = [FailureLaws.EventsFitTogether],
        Shortest = 1,
    };
}
