// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.KernelExhibits;

static class K38
{
    public static KernelExhibit Exhibit { get; } = new()
    {
        Id = "K38",
        Title = "a vfree in an interrupt is lost",
        Story = "Only later could it unmap the block; later never comes.",
        Plant =
        [
            [new("__vfree", "__vfree_deferred(addr);", ";")],
            [new("vfree", "vfree_atomic(addr);", ";")],
        ],
        Breaks = [FreeLaws.FreeEndsTheArea, FreeLaws.FreeGivesBackItsPages],
    };
}
