// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V267
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V267",
        Title = "the page allocator warns beside vmalloc",
        Source = "classic mistake",
        Story = "Pages are asked for without __GFP_NOWARN. When one is missing the page "
            + "allocator tells so on forty lines, and vmalloc in one.",
        Plant = [new("DataPageGfp", "gfp | Gfp.Nowarn", "gfp")],
        Steps = ["area-node.8"],
        Breaks = [MaskLaws.DataPagesAreAskedForAsAsked],
        Shortest = 1,
    };
}
