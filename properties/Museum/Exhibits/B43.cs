// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class B43
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "B43",
        Title = "the size of the pages array wraps",
        Source = "34fe653716b0, 5.11",
        Story = "The bytes of the pages array are computed in 32 bits: from 2 TiB on they wrap, "
            + "and the array is shorter than the list written into it. Scaled down: 12 bits, so "
            + "that blocks of 512 pages do it.",
        Plant =
        [
            new(
                "VmallocAreaNodeInner",
                "unchecked(nrPages * Machine.PointerBytes)",
                "(nrPages * Machine.PointerBytes) & 0xfff"),
        ],
        Steps = ["area-node.1"],
        Breaks = [ArrayLaws.ArraysHoldAPointerForEachPage, ArrayLaws.ArraysNestAboveOnePage],
        Shortest = 1,
    };
}
