// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V204
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V204",
        Title = "vmalloc_32 asks for a zone on 32 bits",
        Source = "mistake of 32 bits",
        Story = "All that the kernel itself can address on i386 has 32-bit addresses: "
            + "GFP_KERNEL is enough. A zone beside it takes the few pages that old devices "
            + "need.",
        Plant =
        [
            new(
                "Vmalloc32Gfp",
                "machine.LongBits < 64 ? Gfp.Kernel :",
                ""),
        ],
        Steps = ["wrappers.1"],
        Breaks = [MaskLaws.DataPagesAreAskedForAsAsked],
        Shortest = 1,
    };
}
