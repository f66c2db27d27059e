// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V160
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V160",
        Title = "a mapping that fails keeps its part",
        Source = "classic mistake",
        Story = "When a page table cannot be had, vm_map_ram returns NULL and keeps the part of the "
            + "block. Nobody can give it back, and the block stays for ever.",
        Plant =
        [
            new(
                "VmMapRam",
                """
                            VmUnmapRam(addr, count);
                            return 0;
                """,
                "            return 0;"),
        ],
        Steps = ["map-ram.3"],
        Breaks = [PartLaws.FailedRamIsGivenBack],
        Shortest = 1,
    };
}
