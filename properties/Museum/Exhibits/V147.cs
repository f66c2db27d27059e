// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V147
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V147",
        Title = "behind an area nothing is aligned",
        Source = "classic mistake",
        Story = "At the lower bound the search with its cache rounds addresses up, behind an area "
            + "it does not. Aligned requests are placed wrongly as soon as anything is in the way.",
        Plant =
        [
            new(
                "SearchCache.Walk", "AddressIndex.Align(taken.EndAt(at) + Gap, align)",
                "taken.EndAt(at) + Gap"),
        ],
        Steps = ["alloc-va.14"],
        Breaks = [DeviceLaws.DeviceRangesAreAligned, AreaLaws.BlocksAreAlignedAsAsked],
        Shortest = 2,
    };
}
