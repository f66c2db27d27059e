// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V236
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V236",
        Title = "an address inside an area finds it",
        Source = "classic mistake",
        Story = "The walk through the tree ends at the area that holds the address, not at the "
            + "one that begins there. A pointer into a block frees the block.",
        Plant =
        [
            new(
                "FindVmapArea",
                "VmapArea? va = ReservedFrom(addr);",
                """
                VmapArea? va = ReservedFrom(addr);
                var at = vmapAreas.LowerBound(addr);
                if (va is null && vmapAreas.Previous(ref at) && vmapAreas.EndAt(at) > addr)
                {
                    va = vmapAreaSlots[vmapAreas.SlotAt(at)];
                }
                """),
        ],
        Steps = ["find-va.1"],
        Breaks =
        [
            FailureLaws.IllegalCallsWarn,
            UserLaws.LookupsFindLiveAreas,
            FailureLaws.IllegalCallsChangeNothing,
        ],
        Shortest = 2,
    };
}
