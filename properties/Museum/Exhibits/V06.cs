// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V06
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V06",
        Title = "an entry that is in use is overwritten",
        Source = "classic mistake",
        Story = "The check for an entry that is set already is gone. A second mapping of the same "
            + "addresses wins silently, and the page mapped first is not found again.",
        Plant = [new("VmapPteRange", "entries[i] != 0", "false")],
        Steps = ["vmap-range.3"],
        Breaks = [TranslationLaws.EntriesAreNotOverwritten],
        Shortest = 4,
        Rare = "a range has to be reserved and mapped twice, with pages that are to be had",
    };
}
