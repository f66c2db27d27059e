// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V07
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V07",
        Title = "a table that is missing ends the walk",
        Source = "classic mistake",
        Story = "Unmapping stops at the first table that does not exist, though later ones may. "
            + "What an area has mapped behind a gap in its tables stays mapped when it is freed.",
        Plant =
        [
            new(
                "VunmapPmdRange",
                """
                if (pmd.Below[i++] is { } pte)
                {
                    VunmapPteRange(pte, addr, next);
                }
                """,
                """
                if (pmd.Below[i++] is not { } pte)
                {
                    break;
                }

                VunmapPteRange(pte, addr, next);
                """),
        ],
        Steps = ["vunmap.2"],
        Breaks =
        [
            AreaLaws.RangesAreReleasedClean,
            AccessLaws.UnmappedRangesAreCleared,
            AccessLaws.UnmappedRangesAreFlushed,
        ],
        Shortest = 4,
        Rare = "a range has to lie across tables of which only the later one is there",
    };
}
