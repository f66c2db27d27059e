// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.KernelExhibits;

static class K25
{
    public static KernelExhibit Exhibit { get; } = new()
    {
        Id = "K25",
        Title = "a new area is not listed",
        Story = "Its address is returned, and nobody finds it: vfree warns, and frees nothing.",
        Plant =
        [
            [new("alloc_vmap_area", "insert_vmap_area(…);", ";")],
        ],
        Breaks =
        [
            AccessLaws.ReturnedAddressesAreLive,
            FailureLaws.EventsFitTogether,
            WalkLaws.TheWalkAgrees,
        ],
    };
}
