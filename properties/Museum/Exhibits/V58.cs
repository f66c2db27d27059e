// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V58
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V58",
        Title = "vmalloc_to_page rounds up",
        Source = "classic mistake",
        Story = "The address is rounded up to a page before it is looked up. Any address inside a "
            + "page gives the page behind.",
        Plant =
        [
            new(
                "RunView",
                "VmallocToPage(call.Address)",
                "VmallocToPage(machine.PageAlign(call.Address))"),
        ],
        Breaks = [AccessLaws.LookupsSeeTheTables],
        Shortest = 2,
    };
}
