// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class M27
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "M27",
        Title = "mapping moves the list of pages along",
        Source = "classic mistake",
        Story = "map_vm_area moves the pointer it is given past the pages it mapped. Handed "
            + "area->pages itself and not a copy, it leaves the descriptor pointing behind the "
            + "array, and vfree takes what lies there for pages.",
        Plant =
        [
            new("VmallocAreaNodeInner", "gfp, out _) != 0)", "gfp, out int moved) != 0)"),
            new(
                "VmallocAreaNodeInner",
                "Advance(va, AreaTrigger.Map);",
                """
                Advance(va, AreaTrigger.Map);
                area.Pages.AsSpan(0, moved).Fill(-1);
                """),
        ],
        Steps = ["area-node.7"],
        Breaks = [FailureLaws.NoCallEndsInABug],
        Shortest = 2,
    };
}
