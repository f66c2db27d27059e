// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class M08
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "M08",
        Title = "a failed reservation is used all the same",
        Source = "classic mistake",
        Story = "__vmalloc_node does not look whether __get_vm_area_node gave it a descriptor. "
            + "Without memory for one, or without address space, the next function follows a NULL "
            + "pointer.",
        Plant =
        [
            new(
                "VmallocNodeInner",
                """
                if (area is null)
                {
                    return 0;
                }

                ulong addr = VmallocAreaNodeInner(area, inserted!
                """,
                "ulong addr = VmallocAreaNodeInner(area!, inserted!"),
            new("VmallocNodeInner", "Remember(addr, area);", "Remember(addr, area!);"),
        ],
        Steps = ["node.2"],
        Breaks = [FailureLaws.NoCallEndsInABug],
        Shortest = 1,
    };
}
