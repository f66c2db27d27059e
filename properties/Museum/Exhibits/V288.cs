// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V288
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V288",
        Title = "an allocation without room insists on a flush",
        Source = "classic mistake",
        Story = "The purge that looks for room flushes all TLBs also when nothing was "
            + "lazy. Every CPU is interrupted for nothing, and over a range that begins "
            + "at its end.",
        Plant = [new("PurgeVmapAreaLazy", "forceFlush: false", "forceFlush: true")],
        Steps = ["purge-all.1"],
        Breaks = [PurgeLaws.EmptyPurgesDoNotFlush],
        Shortest = 1,
    };
}
