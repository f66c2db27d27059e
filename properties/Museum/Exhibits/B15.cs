// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class B15
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "B15",
        Title = "areas older than the allocator are not imported",
        Source = "822c18f2e38, 2.6.29-rc2",
        Story = "Boot registers areas before there is an allocator. It did not hear of "
            + "them, and handed their addresses out to the first vmalloc.",
        Plant =
        [
            new(
                "VmallocInit",
                "vmlist.IsEntry(at);",
                "vmlist.IsEntry(at) && machine.Early.Count == 0;"),
        ],
        Steps = ["init.1"],
        Breaks = [EarlyLaws.EarlyAreasStand],
        Shortest = 1,
    };
}
