// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V163
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V163",
        Title = "a purge takes blocks that are in use",
        Source = "classic mistake",
        Story = "A block with some dirty pages counts as fragmented, whether or not somebody still "
            + "uses the others. His mapping goes with the block.",
        Plant =
        [
            new(
                "IsFragmented",
                "Free + Dirty == bits && Dirty != bits",
                "Dirty > 0 && Dirty != bits"),
        ],
        Steps = ["fragmented.1"],
        Breaks = [BlockLaws.BlocksGoWhenIdle],
        Shortest = 5,
    };
}
