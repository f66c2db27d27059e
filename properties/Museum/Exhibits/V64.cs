// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V64
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V64",
        Title = "alignment before the gap",
        Source = "classic mistake",
        Story = "Behind an area the address is rounded up first and the gap of a page added then. "
            + "Aligned requests get an address a page off whenever they do not fit at the very "
            + "start.",
        Plant =
        [
            new(
                "AddressIndex.FindHoleInBlock",
                "address = Align(previousEnd + page, align);",
                "address = Align(previousEnd, align) + page;"),
            new(
                "AddressIndex.FindHoleAfter",
                "address = Align(previousEnd + page, align);",
                "address = Align(previousEnd, align) + page;"),
        ],
        Steps = ["alloc-va.6"],
        Breaks = [DeviceLaws.DeviceRangesAreAligned, AreaLaws.BlocksAreAlignedAsAsked],
        Shortest = 2,
    };
}
