// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V231
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V231",
        Title = "a table without entries is taken out",
        Source = "classic mistake",
        Story = "Once the last entry of a table is cleared the table is unlinked and forgotten. "
            + "A CPU may still walk it, and the next mapping there makes another.",
        Plant =
        [
            new(
                "VunmapPmdRange",
                "VunmapPteRange(pte, addr, next);",
                """
                VunmapPteRange(pte, addr, next);
                if (pte.Present == 0)
                {
                    pmd.Below[i - 1] = null;
                }
                """),
        ],
        Steps = ["vunmap.4"],
        Breaks =
        [
            WalkLaws.TheWalkAgrees,
            TranslationLaws.TablesAreLinkedOnce,
            TranslationLaws.TranslationsAreReachable,
        ],
        Shortest = 2,
    };
}
