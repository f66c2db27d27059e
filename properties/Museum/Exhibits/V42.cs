// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V42
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V42",
        Title = "the array has an entry to spare",
        Source = "classic mistake",
        Story = "The pages array gets room for one pointer more than there are pages, for a "
            + "terminator that nobody reads.",
        Plant =
        [
            new(
                "AllocPagesArray",
                "KmallocPagesArray(arraySize,",
                "KmallocPagesArray(arraySize + (ulong)machine.PointerBytes,"),
        ],
        Steps = ["area-node.3"],
        Breaks = [ArrayLaws.ArraysHoldAPointerForEachPage],
        Shortest = 1,
    };
}
