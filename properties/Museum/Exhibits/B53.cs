// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class B53
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "B53",
        Title = "the TLB is flushed from the top of memory to 0",
        Source = "31e67340cc65, 5.2",
        Story = "A flush was forced although no range had been collected: start still stood at "
            + "the highest address and end at 0. What a CPU makes of such a range is anybody's "
            + "guess.",
        Plant = [new("VmUnmapAliases", "forceFlush: end > 0", "forceFlush: true")],
        Steps = ["aliases.1"],
        Breaks = [PurgeLaws.EmptyPurgesDoNotFlush],
        Shortest = 1,
    };
}
