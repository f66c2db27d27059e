// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class M31
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "M31",
        Title = "the pages array is as executable as its block",
        Source = "classic mistake",
        Story = "The nested vmalloc for the pages array gets the protection of the block. "
            + "vmalloc_exec of a large block makes the kernel's own list of pages executable.",
        Plant =
        [
            new(
                "VmallocAreaNodeInner",
                "NestPagesArray(area, arraySize, gfp, node, caller)",
                "NestPagesArray(area, arraySize, gfp, prot, node, caller)"),
            new("NestPagesArray", "Gfp gfp, int node,", "Gfp gfp, Pgprot prot, int node,"),
            new("NestPagesArray", "Pgprot.Kernel, node", "prot, node"),
        ],
        Steps = ["area-node.2"],
        Breaks = [AreaLaws.EveryDataPageIsMappedRight],
        Shortest = 1,
    };
}
