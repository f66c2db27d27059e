// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V143
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V143",
        Title = "the largest hole passed over is not noted",
        Source = "classic mistake",
        Story = "A hole too small for one request is large enough for the next. As nobody "
            + "noted it, the search goes on above it, and the range runs out with holes "
            + "below.",
        Plant = [new("SearchCache.Walk", "cachedHoleSize = (taken.StartAt(at) - address) & mask;", "")],
        Steps = ["alloc-va.14"],
        Breaks = [PurgeLaws.NoRefusalWhileAHoleFits, PurgeLaws.NoPurgeWhileAHoleFits],
        Shortest = 3,
    };
}
