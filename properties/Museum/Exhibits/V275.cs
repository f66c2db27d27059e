// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V275
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V275",
        Title = "set_iounmap_nonlazy stops at the mark",
        Source = "classic mistake",
        Story = "The counter is set to the mark and not above it. The next free purges all the "
            + "same, as it brings pages; a purge that counts on the page on top goes wrong by "
            + "one.",
        Plant = [new("SetIounmapNonlazy", "machine.LazyMax + 1L", "machine.LazyMax")],
        Steps = ["nonlazy.1"],
        Breaks = [PurgeLaws.LazyCounterIsTheSum],
        Shortest = 1,
    };
}
