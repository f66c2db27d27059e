// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V126
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V126",
        Title = "the physical address is shown with its offset",
        Source = "classic mistake",
        Story = "The offset into the page is taken off and put on again before it is recorded: "
            + "/proc/vmallocinfo no longer says which pages are mapped.",
        Plant = [
            new(
                "Ioremap",
                "area.PhysAddr = physAddr;",
                "area.PhysAddr = physAddr + offset;"),
        ],
        Steps = ["ioremap.4"],
        Breaks = [VmallocinfoLaws.VmallocinfoTellsEachArea],
        Shortest = 2,
    };
}
