// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V09
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V09",
        Title = "a missing table is passed over",
        Source = "classic mistake",
        Story = "When a page table cannot be had, mapping goes on with the next one and reports "
            + "success. A stretch of the range is not mapped, and the pages of the list slip.",
        Plant =
        [
            new(
                "VmapPudRange",
                """
                if (VmapPmdRange(pud, addr, next, prot, pages, ref nr, gfp) != 0)
                {
                    return -Errno.ENOMEM;
                }
                """,
                "VmapPmdRange(pud, addr, next, prot, pages, ref nr, gfp);"),
        ],
        Steps = ["vmap-range.2"],
        Breaks =
        [
            AreaLaws.EveryDataPageIsMappedRight,
            FrameLaws.OwnedFramesAreMappedOnce,
            AccessLaws.VmapMapsTheGivenPages,
            AccessLaws.RangesMapTheGivenPages,
        ],
        Shortest = 1,
    };
}
