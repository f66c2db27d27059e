// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class M14
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "M14",
        Title = "an array of exactly one page nests",
        Source = "classic mistake",
        Story = "An array as large as a page still comes from the slab. With >= it becomes a "
            + "vmalloc of its own, a range and a guard page for nothing.",
        Plant = [new("VmallocAreaNodeInner", "arraySize > pageSize", "arraySize >= pageSize")],
        Steps = ["area-node.2"],
        Breaks = [ArrayLaws.ArraysNestAboveOnePage],
        Shortest = 1,
    };
}
