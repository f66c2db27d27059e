// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V40
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V40",
        Title = "device ranges begin anywhere",
        Source = "classic mistake",
        Story = "VM_IOREMAP brings no alignment. Large pages, for which it was introduced, cannot "
            + "map the range.",
        Plant = [new("GetVmAreaNodeInner", "align = IoremapAlign(size);", "")],
        Steps = ["get-area.2"],
        Breaks = [DeviceLaws.DeviceRangesAreAligned],
        Shortest = 1,
    };
}
