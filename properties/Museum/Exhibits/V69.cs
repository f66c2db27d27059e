// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V69
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V69",
        Title = "vmalloc_32 ignores that zone DMA32 is missing",
        Source = "classic mistake",
        Story = "On a machine without zone DMA32 vmalloc_32 asks for it all the same and gets any "
            + "memory.",
        Plant =
        [
            new(
                "Vmalloc32Gfp",
                "(machine.Dma32 ? Gfp.Dma32 : Gfp.Dma) | Gfp.Kernel",
                "Gfp.Dma32 | Gfp.Kernel"),
        ],
        Steps = ["wrappers.1"],
        Breaks = [MaskLaws.DataPagesAreAskedForAsAsked],
        Shortest = 1,
    };
}
