// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V278
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V278",
        Title = "ranges of a percpu group are not zeroed",
        Source = "classic mistake",
        Story = "The descriptors of the ranges come from kmalloc. Their flags are whatever stood "
            + "there.",
        Plant =
        [
            new(
                "AllocPercpuDescriptors",
                "KmallocVmapArea(gfp | Gfp.Zero, -1)",
                "KmallocVmapArea(gfp, -1)"),
        ],
        Steps = ["pcpu.2"],
        Breaks = [MaskLaws.KernelMemoryStartsZeroed],
        Shortest = 1,
    };
}
