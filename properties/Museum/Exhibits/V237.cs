// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V237
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V237",
        Title = "an area is put in behind its successor",
        Source = "classic mistake",
        Story = "The new area enters behind the first one above it, not in front of it: the "
            + "search for a hole walks over the two in the wrong order.",
        Plant =
        [
            new(
                "InsertVmapAreaInner",
                "vmapAreas.InsertAt(at, va.VaStart, va.VaEnd, va.Slot);",
                """
                vmapAreas.InsertAt(
                    vmapAreas.IsEntry(at) ? vmapAreas.Next(at) : at, va.VaStart, va.VaEnd, va.Slot);
                """),
        ],
        Steps = ["insert-va.1"],
        Breaks =
        [
            AreaLaws.AreasAreDisjoint,
            FailureLaws.LegalCallsDoNotWarn,
            FreeLaws.FreeEndsTheArea,
        ],
        Shortest = 3,
    };
}
