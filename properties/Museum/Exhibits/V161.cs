// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V161
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V161",
        Title = "vm_map_ram does not pass the protection on",
        Source = "classic mistake",
        Story = "Whatever protection is asked for, the pages are mapped as PAGE_KERNEL: what should "
            + "be uncached is cached.",
        Plant =
        [
            new(
                "VmMapRam",
                "VmapPageRange(addr, end, prot, pages",
                "VmapPageRange(addr, end, Pgprot.Kernel, pages"),
        ],
        Steps = ["map-ram.3"],
        Breaks = [RamLaws.RamIsMapped],
        Shortest = 2,
    };
}
