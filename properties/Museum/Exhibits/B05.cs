// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class B05
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "B05",
        Title = "above the last area the end is not looked at",
        Source = "5dc33185284, 2.6.25",
        Story = "The search for a hole checked the end of the range only beside another area. "
            + "When all areas lay below the first address tried, or there were none, it took that "
            + "address whatever the size, and a large ioremap reached beyond the vmalloc space.",
        Plant =
        [
            new(
                "AddressIndex.FindHole",
                "if (address + size > vend || address + size - 1 < address)",
                """
                if (IsEntry(FirstEndingFrom(address)) && (address + size > vend
                    || address + size - 1 < address))
                """),
        ],
        Steps = ["alloc-va.4"],
        Breaks = [AreaLaws.AreasLieInTheRange, RangeLaws.AreasLieInTheirWindow],
        Shortest = 1,
    };
}
