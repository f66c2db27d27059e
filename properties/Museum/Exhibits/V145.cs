// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V145
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V145",
        Title = "the cache keeps an area that is gone",
        Source = "classic mistake",
        Story = "The cache moves down when an area below its own is freed, but not when its own "
            + "is. The next search goes on from a node that is in no tree any more: what lies "
            + "below is out of sight, and what lies above is taken for free.",
        Plant =
        [
            new(
                "SearchCache.Leaves", "va.VaStart <= freeVmapCache.VaStart",
                "va.VaStart < freeVmapCache.VaStart"),
        ],
        Steps = ["free-va.4"],
        Breaks = [PurgeLaws.NoRefusalWhileAHoleFits, PurgeLaws.NoPurgeWhileAHoleFits],
        Shortest = 2,
    };
}
