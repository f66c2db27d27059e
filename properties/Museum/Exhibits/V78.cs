// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V78
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V78",
        Title = "the same page may be mapped again",
        Source = "classic mistake",
        Story = "An entry that leads to the very page that is to be mapped does not count as in "
            + "use. The call that maps a range twice, a mistake of its caller, succeeds, and the "
            + "protection of the first time is gone.",
        Plant =
        [
            new(
                "VmapPteRange",
                "entries[i] != 0",
                "entries[i] != 0 && new Pte(entries[i]).Frame != page"),
        ],
        Steps = ["vmap-range.3"],
        Breaks = [TranslationLaws.EntriesAreNotOverwritten],
        Shortest = 4,
        Rare = "a range has to be reserved and mapped twice with the same page",
    };
}
