// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V202
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V202",
        Title = "pointers have 8 bytes everywhere",
        Source = "mistake of 32 bits",
        Story = "The size of a pointer is written as a number. On i386 a pages array takes "
            + "twice what it needs, and nests at half of the pages.",
        Plant =
        [
            new(
                "VmallocAreaNodeInner",
                "nrPages * (ulong)machine.PointerBytes",
                "nrPages * 8UL"),
        ],
        Steps = ["area-node.1"],
        Breaks = [ArrayLaws.ArraysHoldAPointerForEachPage, ArrayLaws.ArraysNestAboveOnePage],
        Shortest = 1,
    };
}
