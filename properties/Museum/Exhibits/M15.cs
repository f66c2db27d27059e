// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class M15
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "M15",
        Title = "VM_VPAGES is forgotten",
        Source = "classic mistake",
        Story = "The area does not remember that its pages array is a vmalloc of its own. vfree "
            + "hands the array to kfree, and the nested block is never freed.",
        Plant = [new("NestPagesArray", "SetFlags(area, area.Flags | VmFlags.Vpages);", "")],
        Steps = ["area-node.2"],
        Breaks = [ArrayLaws.VpagesTellsTheArray],
        Shortest = 1,
    };
}
