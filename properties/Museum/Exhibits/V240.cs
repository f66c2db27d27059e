// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V240
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V240",
        Title = "a range that waits for the purge counts as free",
        Source = "classic mistake",
        Story = "The search passes over areas marked VM_LAZY_FREE. Their addresses are handed "
            + "out while TLBs still lead from them to pages of somebody else.",
        Plant =
        [
            new(
                "AddressIndex.LongMask",
                "public ulong LongMask { get; set; } = ulong.MaxValue;",
                """
                public ulong LongMask { get; set; } = ulong.MaxValue;

                public Func<int, bool> IsLazy { get; set; } = static _ => false;
                """),
            new(
                "AddressIndex.FindHole",
                "unchecked(vend + size) < vend || most < align || most > LongMask",
                "most > 0"),
            new(
                "FindHoleLinearly",
                "if (!IsEntry(at) || ((address + size) & LongMask) <= StartAt(at))",
                """
                while (IsEntry(at) && IsLazy(SlotAt(at)))
                {
                    at = Next(at);
                }

                if (!IsEntry(at) || ((address + size) & LongMask) <= StartAt(at))
                """),
            new(
                "Model.FindHole",
                "bool found = placement",
                """
                vmapAreas.IsLazy = slot => (vmapAreaSlots[slot].Flags & VmapArea.LazyFree) != 0;
                bool found = placement
                """),
        ],
        Steps = ["alloc-va.7"],
        Breaks = [AreaLaws.AreasAreDisjoint, AreaLaws.RangesAreHandedOutClean],
        Shortest = 2,
    };
}
