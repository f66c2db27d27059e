// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.KernelExhibits;

static class K30
{
    public static KernelExhibit Exhibit { get; } = new()
    {
        Id = "K30",
        Title = "vmalloc_user does not mark its blocks",
        Story = "They cannot be mapped by a process.",
        Plant =
        [
            [new("vmalloc_user", "VM_USERMAP", "0")],
        ],
        Breaks = [LinuxLaws.UserBlocksAreMarked],
    };
}
