// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V201
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V201",
        Title = "fls is handed an int",
        Source = "__get_vm_area_node until 4.9",
        Story = "The alignment of device memory is found by fls, which takes an int. What is "
            + "as large as an int can count is aligned to a single page, and large pages "
            + "cannot map it.",
        Plant =
        [
            new(
                "IoremapAlign",
                "return machine.IoremapAlign(size);",
                "return machine.IoremapAlign(size & machine.IntMask);"),
        ],
        Steps = ["get-area.2"],
        Breaks = [DeviceLaws.DeviceRangesAreAligned],
        Shortest = 1,
    };
}
