// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class B31
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "B31",
        Title = "a physical address is cut to the width of a pointer",
        Source = "ffa71f33a82, 2.6.36",
        Story = "With PAE memory reaches beyond what 32 bits can address, and a physical "
            + "address was kept in an unsigned long. What lies above 4 GiB was mapped from "
            + "below it: to pages of somebody else.",
        Plant =
        [
            new(
                "VmapPteRange",
                "Pte.Make(page, prot).Bits;",
                """
                Pte.Make(
                    (int)(UnsignedLong((ulong)page << machine.PageShift) >> machine.PageShift),
                    prot).Bits;
                """),
        ],
        Steps = ["vmap-range.5"],
        Breaks = [WalkLaws.TheWalkAgrees],
        Shortest = 1,
    };
}
