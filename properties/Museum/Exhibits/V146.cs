// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V146
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V146",
        Title = "the cache leads below the lower bound",
        Source = "classic mistake",
        Story = "The search goes on behind the area placed last without a look at the lower "
            + "bound of the new request. It looks below the window it was given, where nothing may "
            + "be placed, and the request is refused although there is room in the window.",
        Plant = [new("SearchCache.Find", "if (address >= vstart)", "if (address != 0)")],
        Steps = ["alloc-va.12"],
        Breaks = [PurgeLaws.NoPurgeWhileAHoleFits, PurgeLaws.NoRefusalWhileAHoleFits],
        Shortest = 2,
    };
}
