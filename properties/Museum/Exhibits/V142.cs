// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V142
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V142",
        Title = "a hole missed by alignment is missed for all",
        Source = "classic mistake",
        Story = "The search goes on from the area placed last, although the last request had "
            + "to be aligned and the next does not. The holes that alignment left below are "
            + "never looked at.",
        Plant =
        [
            new(
                "SearchCache.Find",
                """
                || vstart < cachedVstart
                || align < cachedAlign)
                """,
                "|| vstart < cachedVstart)"),
        ],
        Steps = ["alloc-va.11"],
        Breaks = [PurgeLaws.NoRefusalWhileAHoleFits, PurgeLaws.NoPurgeWhileAHoleFits],
        Shortest = 3,
    };
}
