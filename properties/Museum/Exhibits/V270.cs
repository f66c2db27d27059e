// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V270
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V270",
        Title = "without a table ioremap goes on",
        Source = "classic mistake",
        Story = "ioremap_page_range stops where a table is missing and says 0 all the same. The "
            + "pages from there on stay unmapped, and the driver is given the address.",
        Plant = [new("IoremapPageRange", "return err;", "return 0;")],
        Steps = ["io-range.2"],
        Breaks = [DeviceLaws.DevicesAreMappedAsAsked],
        Shortest = 1,
    };
}
