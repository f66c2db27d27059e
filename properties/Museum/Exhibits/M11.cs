// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class M11
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "M11",
        Title = "a failed vmalloc returns an address",
        Source = "classic mistake",
        Story = "__vmalloc_node returns the address in the descriptor, which is there whether or "
            + "not the pages are. After a failure its caller takes a dead range for memory.",
        Plant = [new("VmallocNodeInner", "return addr;", "return area.Addr;")],
        Steps = ["node.2"],
        Breaks = [AccessLaws.ReturnedAddressesAreLive],
        Shortest = 1,
    };
}
