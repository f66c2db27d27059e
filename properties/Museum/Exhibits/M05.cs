// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class M05
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "M05",
        Title = "the alignment asked for is not passed on",
        Source = "classic mistake",
        Story = "__vmalloc_node hands alignment 1 to __get_vm_area_node whatever its caller asked "
            + "for. The block works; only where an alias must have the same colour, or a device "
            + "wants its boundary, things go wrong.",
        Plant = [new("VmallocNodeInner", "size, align, VmFlags.Alloc,", "size, 1, VmFlags.Alloc,")],
        Steps = ["node.2"],
        Breaks = [AreaLaws.BlocksAreAlignedAsAsked],
        Shortest = 1,
    };
}
