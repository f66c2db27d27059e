// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class M07
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "M07",
        Title = "the range ends a page too late",
        Source = "classic mistake",
        Story = "The upper bound handed to the search is a page beyond VMALLOC_END. Nothing shows "
            + "until the range is full to the last page; then a block reaches into whatever lies "
            + "behind.",
        Plant =
        [
            new(
                "VmallocNodeInner",
                "machine.Start, machine.End, node",
                "machine.Start, unchecked(machine.End + pageSize), node"),
        ],
        Steps = ["node.2"],
        Breaks = [AreaLaws.AreasLieInTheRange],
        Shortest = 2,
    };
}
