// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V141
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V141",
        Title = "a lower bound below the last is not noticed",
        Source = "classic mistake",
        Story = "The search goes on from the area placed last, even when the last request had "
            + "a higher lower bound. Everything below that bound is out of sight, and "
            + "counts as taken.",
        Plant = [new("SearchCache.Find", "|| vstart < cachedVstart", "")],
        Steps = ["alloc-va.11"],
        Breaks = [PurgeLaws.NoRefusalWhileAHoleFits, PurgeLaws.NoPurgeWhileAHoleFits],
        Shortest = 2,
    };
}
