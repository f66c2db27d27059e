// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V130
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V130",
        Title = "a device range is a page short",
        Source = "c613ec1a7ff3, 2.6.28",
        Story = "The size is rounded up to pages before the offset into the first page is "
            + "added: the last bytes of the device lie in the guard page.",
        Plant = [
            new(
                "Ioremap",
                "machine.PageAlign(lastAddr + 1 - physAddr)",
                "machine.PageAlign(size)"),
        ],
        Steps = ["ioremap.3"],
        Breaks = [DeviceLaws.IoremapTellsWhereTheDeviceIs],
        Shortest = 1,
    };
}
