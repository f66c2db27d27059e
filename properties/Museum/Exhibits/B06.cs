// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class B06
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "B06",
        Title = "vmalloc_32 takes any page",
        Source = "0d08e0d3a97, 2.6.22",
        Story = "On 64-bit machines with a zone for it, vmalloc_32 did not ask for memory below 4 "
            + "GiB. Devices that reach no further were given addresses they could not use.",
        Plant =
        [
            new("Vmalloc32Gfp", "(machine.Dma32 ? Gfp.Dma32 : Gfp.Dma) | Gfp.Kernel", "Gfp.Kernel"),
        ],
        Steps = ["wrappers.1"],
        Breaks = [MaskLaws.DataPagesAreAskedForAsAsked],
        Shortest = 1,
    };
}
