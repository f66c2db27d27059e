// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V129
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V129",
        Title = "ioremap returns the beginning of the page",
        Source = "classic mistake",
        Story = "The offset of a device into its page is not added to the address: its driver "
            + "reads the registers of a neighbour.",
        Plant = [new("Ioremap", "return area.Addr + offset;", "return area.Addr;")],
        Steps = ["ioremap.5"],
        Breaks = [DeviceLaws.IoremapTellsWhereTheDeviceIs],
        Shortest = 1,
    };
}
