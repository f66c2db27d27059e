// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V75
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V75",
        Title = "__vmalloc_area tells kmemleak of the guard page",
        Source = "classic mistake",
        Story = "__vmalloc_area registers the whole size of the area it fills, guard page "
            + "included. The scan runs off the end of the block.",
        Plant = [new("VmallocAreaInner", "unchecked(area.Size - pageSize)", "area.Size")],
        Steps = ["vmalloc-area.1"],
        Breaks = [ReportLaws.BlocksAreKnownToKmemleak],
        Shortest = 2,
    };
}
