// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.KernelExhibits;

static class K06
{
    public static KernelExhibit Exhibit { get; } = new()
    {
        Id = "K06",
        Title = "the descriptor is not freed",
        Story = "A vm_struct is lost at every vfree.",
        Plant =
        [
            [new("__vunmap", "kfree(area);", ";")],
            [new("vfree", "kfree(vm);", ";")],
        ],
        Breaks = [FreeLaws.FreeGivesBackItsObjects],
    };
}
