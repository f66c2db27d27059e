// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V87
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V87",
        Title = "a failed mapping takes its table along",
        Source = "classic mistake",
        Story = "To leave nothing behind, a mapping that fails unlinks the table it was in. Its "
            + "neighbours lie in the same table, and are not mapped any more.",
        Plant =
        [
            new(
                "VmapPmdRange",
                """
                if (VmapPteRange(pmd, addr, next, prot, pages, ref nr, gfp) != 0)
                {
                """,
                """
                if (VmapPteRange(pmd, addr, next, prot, pages, ref nr, gfp) != 0)
                {
                    pmd.Below[PageTables.Index(addr, initMm.PmdShift, pmd.Below.Length)] = null;
                """),
        ],
        Steps = ["vmap-range.7"],
        Breaks = [WalkLaws.TheWalkAgrees],
        Shortest = 2,
    };
}
