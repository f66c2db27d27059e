// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V205
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V205",
        Title = "a folded level is allocated",
        Source = "mistake of page tables",
        Story = "i386 has no pmd: its entry is that of the pgd. A walker that allocates one "
            + "takes a page that no hardware reads, and can fail for want of it.",
        Plant =
        [
            new(
                "TableAlloc",
                "machine.Levels.IsFolded(level)",
                "level == TableLevel.Pud && machine.Levels.IsFolded(level)"),
        ],
        Steps = ["tables.3"],
        Breaks = [TranslationLaws.TablesAreTheHardwares, WalkLaws.TheWalkAgrees],
        Shortest = 1,
    };
}
