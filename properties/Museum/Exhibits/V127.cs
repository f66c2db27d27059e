// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V127
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V127",
        Title = "a look-up rounds the address down",
        Source = "classic mistake",
        Story = "find_vm_area is given an address inside a page and finds the area that begins "
            + "there: whoever trusts it takes an interior pointer for a block.",
        Plant = [
            new("FindVmArea", "FindVmapArea(addr)", "FindVmapArea(addr & ~pageMask)"),
        ],
        Steps = ["find-vm.1"],
        Breaks = [UserLaws.LookupsFindLiveAreas],
        Shortest = 2,
    };
}
