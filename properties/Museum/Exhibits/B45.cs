// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class B45
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "B45",
        Title = "fls doubles the alignment of a device range",
        Source = "fix align value calculation error, 4.9",
        Story = "A range for a device is aligned so that large pages can map it. fls of an "
            + "exact power of two is one more than it takes, so that a page is aligned to "
            + "two; and it takes an int, so that beyond 4 GiB next to nothing is aligned.",
        Plant = [
            new(
                "IoremapAlign",
                """
                if (!faithful)
                {
                    return machine.IoremapAlign(size);
                }
                """,
                ""),
        ],
        Steps = ["get-area.2"],
        Breaks = [DeviceLaws.DeviceRangesLieAsLowAsTheyMay, DeviceLaws.DeviceRangesAreAligned],
        Shortest = 2,
    };
}
