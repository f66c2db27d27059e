// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V253
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V253",
        Title = "vm_unmap_ram takes an address inside a page",
        Source = "classic mistake",
        Story = "The check that the address begins a page is gone: the pages it points into are "
            + "taken for given back, while their user goes on.",
        Plant =
        [
            new(
                "VmUnmapRam",
                "addr == 0 || addr < machine.Start || addr > machine.End || (addr & pageMask) != 0",
                "addr == 0 || addr < machine.Start || addr > machine.End"),
        ],
        Steps = ["unmap-ram.1"],
        Breaks = [BugLaws.ForbiddenCallsEndInABug],
        Shortest = 3,
    };
}
