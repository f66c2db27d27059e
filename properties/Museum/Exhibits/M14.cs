// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class M14
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "M14",
        Title = "a pages array of exactly one page is vmalloc'ed",
        Source = "classic mistake",
        Story = "The array outgrows slab when it is larger than a page, and here when it is as "
            + "large: a block of 512 pages takes a second area, and a guard page, for nothing.",
        Plant =
        [
            new("VmallocAreaNodeInner", "arraySize > pageSize", "arraySize >= pageSize"),
        ],
        Breaks = [ArrayLaws.ArraysNestAboveOnePage],
        Shortest = 1,
    };
}
