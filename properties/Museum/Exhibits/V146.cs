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
            + "bound of the new request. The area lies below the window it was asked for, and the "
            + "check at the end of alloc_vmap_area stops the machine.",
        Plant = [new("SearchCache.Find", "if (address >= vstart)", "if (address != 0)")],
        Steps = ["alloc-va.12"],
        Breaks = [PurgeLaws.NoPurgeWhileAHoleFits, PurgeLaws.NoRefusalWhileAHoleFits],
        Shortest = 2,
    };
}
