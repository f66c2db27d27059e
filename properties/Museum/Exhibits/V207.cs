// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V207
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V207",
        Title = "PAE loses NX",
        Source = "mistake of page tables",
        Story = "A protection passes through an unsigned long on its way into an entry of 64 "
            + "bits. With 32-bit words the upper half is gone, NX with it: all of vmalloc "
            + "memory may be executed.",
        Plant =
        [
            new(
                "VmapPageRangeNoflush",
                "prot = machine.Supported(prot);",
                "prot = new Pgprot(machine.Supported(prot).Bits & longMask);"),
        ],
        Steps = ["vmap-range.5"],
        Breaks = [AreaLaws.EveryDataPageIsMappedRight],
        Shortest = 1,
    };
}
