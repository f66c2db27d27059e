// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class M01
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "M01",
        Title = "sizes are not rounded up to pages",
        Source = "classic mistake",
        Story = "Neither __vmalloc_node nor __get_vm_area_node rounds the size up. A request that "
            + "is not a whole number of pages reaches alloc_vmap_area, which takes broken pages "
            + "for a defect of its caller and stops the machine.",
        Plant =
        [
            new("VmallocNodeInner", "size = machine.PageAlign(size);", ""),
            new("GetVmAreaNodeInner", "size = machine.PageAlign(size);", ""),
        ],
        Steps = ["node.1", "get-area.3"],
        Breaks = [FailureLaws.NoCallEndsInABug],
        Shortest = 1,
    };
}
