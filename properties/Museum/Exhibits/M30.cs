// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class M30
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "M30",
        Title = "every block is mapped with PAGE_KERNEL",
        Source = "classic mistake",
        Story = "The protection asked for is not used: all blocks are mapped with PAGE_KERNEL. "
            + "What vmalloc_exec returns cannot be executed.",
        Plant =
        [
            new("VmallocAreaNodeInner", "MapVmArea(area, prot,", "MapVmArea(area, Pgprot.Kernel,"),
        ],
        Steps = ["area-node.7"],
        Breaks = [AreaLaws.EveryDataPageIsMappedRight],
        Shortest = 1,
    };
}
