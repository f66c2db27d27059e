// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class M06
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "M06",
        Title = "blocks are recorded as mappings",
        Source = "classic mistake",
        Story = "The descriptor of a block gets VM_MAP in place of VM_ALLOC. /proc/vmallocinfo "
            + "calls every vmalloc a vmap, and whoever tells them apart by the flag goes wrong.",
        Plant = [new("VmallocNodeInner", "VmFlags.Alloc", "VmFlags.Map")],
        Steps = ["node.2"],
        Breaks = [LinuxLaws.BlocksAreTaggedVmAlloc],
        Shortest = 1,
    };
}
