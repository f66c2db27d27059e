// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V255
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V255",
        Title = "VMAP_MAX_ALLOC pages get an area of their own",
        Source = "classic mistake",
        Story = "The comparison in vm_map_ram is strict, that in vm_unmap_ram is not: what one "
            + "reserves the other does not find.",
        Plant =
        [
            new(
                "VmMapRam",
                "count <= (uint)machine.VmapMaxAlloc",
                "count < (uint)machine.VmapMaxAlloc"),
        ],
        Steps = ["map-ram.1"],
        Breaks = [PartLaws.FewPagesAreAPartOfABlock],
        Shortest = 1,
    };
}
