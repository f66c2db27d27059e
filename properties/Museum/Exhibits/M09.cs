// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class M09
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "M09",
        Title = "kmemleak hears of blocks before they exist",
        Source = "classic mistake",
        Story = "The block is registered with kmemleak before it has pages. When there is no "
            + "memory for its pages array the area is removed and its descriptor freed, and "
            + "nobody tells kmemleak: it goes on scanning addresses that are not mapped.",
        Plant =
        [
            new(
                "VmallocNodeInner",
                """
                ulong addr = VmallocAreaNodeInner(area, inserted!, gfp, prot, node, caller);
                KmemleakAlloc(addr, realSize, gfp);
                """,
                """
                KmemleakAlloc(area.Addr, realSize, gfp);
                ulong addr = VmallocAreaNodeInner(area, inserted!, gfp, prot, node, caller);
                """),
        ],
        Steps = ["node.3"],
        Breaks = [ReportLaws.KmemleakKnowsOnlyBlocks],
        Shortest = 1,
    };
}
