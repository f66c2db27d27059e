// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.KernelExhibits;

static class K01
{
    public static KernelExhibit Exhibit { get; } = new()
    {
        Id = "K01",
        Title = "no guard page",
        Story = "The area is as long as what was asked, and its own size is told a page too "
            + "small: the last page is never there, and an overrun runs into the neighbour.",
        Plant =
        [
            [new("__get_vm_area_node", "size += PAGE_SIZE;", ";")],
        ],
        Breaks = [AreaLaws.EveryAreaEndsInAHole, AreaLaws.BlocksHoldWhatWasAsked],
    };
}
