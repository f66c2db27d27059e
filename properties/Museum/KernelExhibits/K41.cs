// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.KernelExhibits;

static class K41
{
    public static KernelExhibit Exhibit { get; } = new()
    {
        Id = "K41",
        Title = "vfree writes to a descriptor that it has freed",
        Story = "By then the vm_struct may be another's: its count of pages becomes zero, and "
            + "nothing of what it counts is ever freed.",
        Plant =
        [
            [new("__vunmap", "kfree(area);", "kfree(area); area->nr_pages = 0;")],
            [new("vfree", "kfree(vm);", "kfree(vm); vm->nr_pages = 0;")],
        ],
        Breaks = [FailureLaws.NoCallEndsInABug],
    };
}
