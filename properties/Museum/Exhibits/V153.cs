// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V153
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V153",
        Title = "what was given back is handed out again",
        Source = "classic mistake",
        Story = "A page that is given back can be handed out at once. TLBs still know it: the new "
            + "owner's page and the old one's have the same address.",
        Plant =
        [
            new(
                "DirtyRegion",
                "AllocateRegion(dirtyMap, at, order);",
                """
                (allocMap[at / WordBits] &= ~(1UL << (at % WordBits))) != ulong.MaxValue
                        && AllocateRegion(dirtyMap, at, order);
                """),
        ],
        Steps = ["vb-free.3"],
        Breaks = [BlockLaws.PagesAreHandedOutOnce],
        Shortest = 5,
    };
}
