// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class B41
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "B41",
        Title = "the gap behind each area is kept",
        Source = "248ac0e1, 3.0",
        Story = "Behind each area a page was left free that nobody needed: areas end in a "
            + "guard page of their own. Holes that fit exactly were refused, and blocks "
            + "aligned to 4 MiB took 8. Here 3.0 goes on leaving it.",
        Plant =
        [
            new(
                "Placement.Of", "leavesAGap: false, isTooStrict: false",
                "leavesAGap: true, isTooStrict: false"),
        ],
        Steps = ["alloc-va.14"],
        Breaks = [PurgeLaws.NoRefusalWhileAHoleFits, PurgeLaws.NoPurgeWhileAHoleFits],
        Shortest = 2,
    };
}
