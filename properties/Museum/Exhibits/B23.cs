// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class B23
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "B23",
        Title = "a list of pointers is taken from zone DMA32",
        Source = "976d6dfbb01, 2.6.33-rc1",
        Story = "The nested vmalloc for a large pages array inherited the zone of its caller. "
            + "vmalloc_32 of a large block spent memory below 4 GiB, which is scarce, on a list "
            + "that only the kernel reads.",
        Plant = [new("NestedGfp", "faithful && era < Era.V2637", "era < Era.V2637")],
        Steps = ["area-node.2"],
        Breaks = [LinuxLaws.ZonesAreForDataPages],
        Shortest = 1,
    };
}
