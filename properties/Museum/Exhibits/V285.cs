// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V285
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V285",
        Title = "an area at the lower bound is a bug",
        Source = "classic mistake",
        Story = "The check against an alignment that wraps refuses the bound itself: the first "
            + "area of all ends the kernel.",
        Plant = [new("AllocVmapArea", "addr < vstart", "addr <= vstart")],
        Steps = ["alloc-va.15"],
        Breaks = [FailureLaws.NoCallEndsInABug],
        Shortest = 1,
    };
}
