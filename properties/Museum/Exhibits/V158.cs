// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V158
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V158",
        Title = "vm_unmap_aliases clears up to the end of the block",
        Source = "classic mistake",
        Story = "Behind the first dirty page of a block everything is cleared, and what others have "
            + "mapped there faults.",
        Plant =
        [
            new(
                "UnmapDirty",
                "VunmapPageRange(from, to);",
                "VunmapPageRange(from, vb.Va.VaEnd);"),
        ],
        Steps = ["aliases.1"],
        Breaks = [PartLaws.HandedOutPagesStayMapped],
        Shortest = 5,
    };
}
