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
            + "and the array is shorter than the list written into it. Where an int has 8 bits, "
            + "128 pages do it.",
        Plant =
        [
            new(
                "VmallocAreaNodeInner",
                "UnsignedInt(nrPages * (ulong)machine.PointerBytes)",
                "(nrPages * (ulong)machine.PointerBytes) & machine.IntMask"),
        ],
        Steps = ["area-node.1"],
        Breaks = [ArrayLaws.ArraysHoldAPointerForEachPage, ArrayLaws.ArraysNestAboveOnePage],
        Shortest = 1,
    };
}
