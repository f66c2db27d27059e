// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.KernelExhibits;

static class K05
{
    public static KernelExhibit Exhibit { get; } = new()
    {
        Id = "K05",
        Title = "the array of pages is not freed",
        Story = "What the kernel knows a block's pages by is lost at every vfree.",
        Plant =
        [
            [new("__vunmap", "kvfree(@->pages);", ";")],
            [new("vfree", "kvfree(@->pages);", ";")],
        ],
        Breaks = [FreeLaws.FreeGivesBackItsObjects],
    };
}
