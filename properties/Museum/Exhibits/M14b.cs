// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class M14b
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "M14b",
        Title = "pages are compared with the size of a page",
        Source = "classic mistake",
        Story = "The choice between slab and vmalloc compares the number of pages, not the bytes "
            + "of the array, with PAGE_SIZE. Arrays of many pages are asked of the slab, which "
            + "can seldom give that much in one piece.",
        Plant = [new("VmallocAreaNodeInner", "arraySize > pageSize", "nrPages > pageSize")],
        Steps = ["area-node.2"],
        Breaks = [ArrayLaws.ArraysNestAboveOnePage],
        Shortest = 1,
    };
}
