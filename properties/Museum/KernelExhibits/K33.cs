// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.KernelExhibits;

static class K33
{
    public static KernelExhibit Exhibit { get; } = new()
    {
        Id = "K33",
        Title = "the caller is not recorded",
        Story = "/proc/vmallocinfo does not tell who asked for a block.",
        Plant =
        [
            [new("setup_vmalloc_vm_locked", "vm->caller = caller;", ";")],
            [new("__get_vm_area_node", "area->caller = caller;", ";")],
        ],
        Breaks = [LinuxLaws.CallersAreRecorded],
    };
}
