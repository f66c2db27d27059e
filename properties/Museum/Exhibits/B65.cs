// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class B65
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "B65",
        Title = "dirty pages are flushed over and over",
        Source = "a09fad96ffb1, 6.5",
        Story = "What vm_unmap_aliases had cleared and flushed stayed noted as dirty, and every later "
            + "call flushed the TLBs of all CPUs over the same range again, as long as the block "
            + "lived.",
        Plant =
        [
            new(
                "UnmapDirty",
                "isStale: !faithful",
                "isStale: false"),
        ],
        Steps = ["aliases.1"],
        Breaks = [PurgeLaws.EmptyPurgesDoNotFlush],
        Shortest = 5,
    };
}
