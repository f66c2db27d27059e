// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class B43b
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "B43b",
        Title = "the number of pages wraps",
        Source = "__vmalloc_area_node since 2.6.13",
        Story = "The pages of a block are counted in an unsigned int. From 16 TiB on the count "
            + "wraps, the array is made for the rest, and the mapping runs over its end. Where "
            + "an int has 8 bits, 256 pages do it.",
        Plant =
        [
            new(
                "VmallocAreaNodeInner",
                "UnsignedInt((area.Size - pageSize) >> machine.PageShift)",
                "(((area.Size - pageSize) >> machine.PageShift) & machine.IntMask)"),
        ],
        Steps = ["area-node.1"],
        Breaks = [FailureLaws.LegalCallsDoNotWarn],
        Shortest = 1,
    };
}
