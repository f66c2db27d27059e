// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V152
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V152",
        Title = "a part counts as one page",
        Source = "classic mistake",
        Story = "A block that hands out a part of several pages counts one page less as free. It "
            + "stands on its queue, looked at in vain, when it has long been full.",
        Plant =
        [
            new(
                "TakeRegion",
                "vb.Free -= 1 << order;",
                "vb.Free -= 1;"),
        ],
        Steps = ["vb-alloc.3"],
        Breaks = [BlockLaws.BlocksCountTheirPages],
        Shortest = 1,
    };
}
