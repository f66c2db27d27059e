// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V43
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V43",
        Title = "a block is registered with kmemleak twice",
        Source = "classic mistake",
        Story = "kmemleak_alloc is called in two places for the same block. It finds an object "
            + "where it wants to put one, takes that for corruption and switches itself off.",
        Plant =
        [
            new(
                "VmallocNodeInner",
                "KmemleakAlloc(addr, realSize, gfp);",
                """
                KmemleakAlloc(addr, realSize, gfp);
                KmemleakAlloc(addr, realSize, gfp);
                """),
        ],
        Steps = ["node.3"],
        Breaks = [ReportLaws.KmemleakStaysOn],
        Shortest = 1,
    };
}
