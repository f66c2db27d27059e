// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V74
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V74",
        Title = "a flush leaves out its first page",
        Source = "classic mistake",
        Story = "The range of a TLB flush is taken to begin behind its first address. A CPU that "
            + "remembers the first page of the lowest area goes on using it.",
        Plant = [new("Tlb.Flush", "(entry.Page | pageMask) >= start", "entry.Page > start")],
        Breaks =
        [
            WalkLaws.TheWalkAgrees,
            AccessLaws.LoadsSeeTheirPage,
            AccessLaws.StoresHitTheirPage,
        ],
        Shortest = 3,
    };
}
