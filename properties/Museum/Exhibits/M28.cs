// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class M28
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "M28",
        Title = "a failed mapping goes unnoticed",
        Source = "classic mistake",
        Story = "The result of map_vm_area is not looked at. When a page table cannot be had the "
            + "block is handed out with pages that are not mapped, and the first access faults.",
        Plant =
        [
            new(
                "VmallocAreaNodeInner",
                """
                if (MapVmArea(area, prot, area.Pages.AsSpan(0, (int)nrPages), gfp, out _) != 0)
                {
                    Vfree(area.Addr);
                    return 0;
                }
                """,
                "MapVmArea(area, prot, area.Pages.AsSpan(0, (int)nrPages), gfp, out _);"),
        ],
        Steps = ["area-node.7"],
        Breaks = [AreaLaws.EveryDataPageIsMappedRight, FrameLaws.OwnedFramesAreMappedOnce],
        Shortest = 1,
    };
}
