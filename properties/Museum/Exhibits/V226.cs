// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V226
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V226",
        Title = "a block lies on another node",
        Source = "classic mistake",
        Story = "new_vmap_block asks for memory near the CPU that will use it. Its range's descriptor came "
            + "from anywhere.",
        Plant =
        [
            new(
                "NewVmapBlock",
                "BlockBytes, BlockBytes, machine.Start, machine.End, node, gfp);",
                "BlockBytes, BlockBytes, machine.Start, machine.End, -1, gfp);"),
        ],
        Steps = ["new-block.1"],
        Breaks = [PartLaws.RamIsKeptOnItsNode],
        Shortest = 2,
    };
}
