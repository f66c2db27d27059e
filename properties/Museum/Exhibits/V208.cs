// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V208
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V208",
        Title = "a pgd that skips the folded pud counts the pmd twice",
        Source = "mistake of page tables",
        Story = "What an entry of the pgd covers is worked out as if PAE, which has no pud, "
            + "had another pmd in its place. All addresses fall into one entry, and the table "
            + "of the first serves the others as well.",
        Plant =
        [
            new(
                "PageTables.Reset",
                "PgdShift = PudShift + shape.Pud;",
                "PgdShift = PudShift + (shape.Pud == 0 ? shape.Pmd : shape.Pud);"),
        ],
        Breaks = [TranslationLaws.TranslationsAreReachable, TranslationLaws.TablesAreLinkedOnce],
        Shortest = 3,
    };
}
