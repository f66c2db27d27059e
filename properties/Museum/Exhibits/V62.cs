// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V62
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V62",
        Title = "a removed area does not widen its hole",
        Source = "mistake in what stands under vmalloc",
        Story = "The index of areas keeps, for each block of 64, an upper bound of the holes in "
            + "it, so that a search can pass over a block unseen. Removing an area does not raise "
            + "the bound: in a range with many areas the hole it leaves is never found again.",
        Plant = [new("RemoveAt", "WidenHole(at);", "")],
        Breaks = [PurgeLaws.NoRefusalWhileAHoleFits, PurgeLaws.NoPurgeWhileAHoleFits],
        Shortest = 67,
        Rare = "needs 65 areas at once and a full range",
        Missed = "it matters from the 65th area on, and traces of 50 commands hold fewer",
    };
}
