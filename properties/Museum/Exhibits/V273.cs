// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V273
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V273",
        Title = "iounmap wants the page, not the address",
        Source = "classic mistake",
        Story = "What ioremap returns lies inside a page when the device does. iounmap looks for "
            + "it as it is, finds no area, and leaves all mapped.",
        Plant = [new("Iounmap", "addr &= ~pageMask;", "")],
        Steps = ["iounmap.1"],
        Breaks = [FreeLaws.FreeEndsTheArea],
        Shortest = 2,
    };
}
