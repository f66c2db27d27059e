// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class M10b
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "M10b",
        Title = "kmemleak is told the size with the guard page",
        Source = "classic mistake",
        Story = "kmemleak is given vm_struct.size, which counts the guard page. Its scan runs off "
            + "the end of the block into a page that is never mapped.",
        Plant =
        [
            new(
                "VmallocNodeInner",
                "KmemleakAlloc(addr, realSize, gfp);",
                "KmemleakAlloc(addr, area.Size, gfp);"),
        ],
        Steps = ["node.3"],
        Breaks = [ReportLaws.BlocksAreKnownToKmemleak],
        Shortest = 1,
    };
}
