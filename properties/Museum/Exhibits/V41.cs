// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V41
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V41",
        Title = "VM_VPAGES is not set, and nobody misses it",
        Source = "classic mistake",
        Story = "VM_VPAGES is not set, and nobody misses it: what kind of array there is, is read "
            + "off the array. Only /proc/vmallocinfo, which shows the flag, is wrong.",
        Plant =
        [
            new("NestPagesArray", "SetFlags(area, area.Flags | VmFlags.Vpages);", ""),
            new("VunmapInner", "(area.Flags & VmFlags.Vpages) != 0", "area.NestedAt != 0"),
        ],
        Steps = ["area-node.2", "vunmap-inner.4"],
        Breaks = [ArrayLaws.VpagesTellsTheArray],
        Shortest = 1,
    };
}
