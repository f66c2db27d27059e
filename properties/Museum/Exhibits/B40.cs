// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class B40
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "B40",
        Title = "a freed area is found until its purge",
        Source = "remove_vm_area until 3.10",
        Story = "remove_vm_area left VM_VM_AREA and the pointer to the vm_struct in the "
            + "vmap_area. A second vfree before the purge found the freed descriptor or, when the "
            + "slab had handed it out again, freed somebody else's block.",
        Plant = [new("RemoveVmArea", "if (!faithful)", "if (false)")],
        Steps = ["remove.2"],
        Breaks = [FailureLaws.NoCallEndsInABug, FailureLaws.IllegalCallsWarn],
        Shortest = 3,
    };
}
