// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V249
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V249",
        Title = "of the blocks that are retired one is freed",
        Source = "classic mistake",
        Story = "The head of the chain of blocks to free is set anew for each: when the walk is "
            + "over it leads to the last. The others are in no queue and never freed.",
        Plant = [new("PurgeFragmentedBlocks", "purge ??= vb;", "purge = vb;")],
        Steps = ["fragmented.3"],
        Breaks = [BlockLaws.NoIdleBlockOutlivesAPurge, BlockLaws.BlocksStandOnOneQueue],
        Shortest = 4,
    };
}
