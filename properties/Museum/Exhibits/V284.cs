// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V284
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V284",
        Title = "the search goes on behind the wrong area",
        Source = "classic mistake",
        Story = "The area above the new one is remembered, where the walk ended. The hole "
            + "between the two was never noted: nobody looks into it again.",
        Plant =
        [
            new(
                "SearchCache.Entered",
                "=> freeVmapCache = va;",
                """
                {
                    AddressIndex.Position above = taken.Next(taken.Locate(va.VaStart, va.Slot));
                    freeVmapCache = taken.IsEntry(above) ? areas[taken.SlotAt(above)] : va;
                }
                """),
        ],
        Steps = ["alloc-va.13"],
        Breaks = [PurgeLaws.NoPurgeWhileAHoleFits, PurgeLaws.NoRefusalWhileAHoleFits],
        Shortest = 4,
    };
}
