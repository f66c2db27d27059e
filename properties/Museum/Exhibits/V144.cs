// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V144
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V144",
        Title = "a range freed below the cache is not seen",
        Source = "classic mistake",
        Story = "The cache moves down only when its own area is freed. What is freed below it "
            + "is not looked at again until the cache is dropped for another reason.",
        Plant =
        [
            new(
                "SearchCache.Leaves", "va.VaStart <= freeVmapCache.VaStart",
                "va == freeVmapCache"),
        ],
        Steps = ["free-va.4"],
        Breaks = [PurgeLaws.NoRefusalWhileAHoleFits, PurgeLaws.NoPurgeWhileAHoleFits],
        Shortest = 4,
    };
}
