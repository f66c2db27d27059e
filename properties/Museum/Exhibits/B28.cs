// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class B28
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "B28",
        Title = "freed pages stay mapped until the purge",
        Source = "64141da5872, 2.6.37",
        Story = "Until 2.6.37 a freed range kept its translations until the purge. Its pages went "
            + "back at once, and a hypervisor that met one of them as a page table found it "
            + "mapped writable and refused it.",
        Plant =
        [
            new(
                "FreeUnmapVmapAreaNoflush",
                """
                if (era >= Era.V2637)
                {
                    UnmapVmapArea(va);
                }
                """,
                ""),
            new(
                "PurgeVmapAreaLazyInner",
                """
                if (era < Era.V2637)
                {
                    UnmapVmapArea(va);
                }
                """,
                "UnmapVmapArea(va);"),
        ],
        Steps = ["lazy.1"],
        Breaks = [AreaLaws.FreedRangesAreUnmapped, FrameLaws.NewOwnersAreNotMappedByFreedAreas],
        Shortest = 2,
    };
}
