// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V246
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V246",
        Title = "a new block counts a page too few",
        Source = "classic mistake",
        Story = "The block starts with the number of its last page for the number of its pages: "
            + "one of them is never handed out.",
        Plant =
        [
            new(
                "NewVmapBlock",
                "vb.Start(va, machine.VmapBlockPages);",
                "vb.Start(va, machine.VmapBlockPages - 1);"),
        ],
        Steps = ["new-block.3"],
        Breaks = [BlockLaws.BlocksCountTheirPages],
        Shortest = 1,
    };
}
