// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class M13
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "M13",
        Title = "the pages array has a byte for each page",
        Source = "classic mistake",
        Story = "The size of the pages array is nr_pages, without the size of a pointer. The "
            + "array is an eighth of what is written into it, and the rest lands in neighbouring "
            + "slab objects.",
        Plant =
        [
            new("VmallocAreaNodeInner", "UnsignedInt(nrPages * (ulong)machine.PointerBytes)", "nrPages"),
        ],
        Steps = ["area-node.1"],
        Breaks = [ArrayLaws.ArraysHoldAPointerForEachPage, ArrayLaws.ArraysNestAboveOnePage],
        Shortest = 1,
    };
}
