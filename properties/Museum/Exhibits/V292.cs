// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V292
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V292",
        Title = "vmalloc_exec maps what cannot be executed",
        Source = "classic mistake",
        Story = "The protection is that of vmalloc. Where the processor knows of it, the "
            + "first jump into the block is a fault.",
        Plant = [new("VmallocExec", "Pgprot.KernelExec", "Pgprot.Kernel")],
        Steps = ["wrappers.1"],
        Breaks = [AreaLaws.EveryDataPageIsMappedRight],
        Shortest = 1,
    };
}
