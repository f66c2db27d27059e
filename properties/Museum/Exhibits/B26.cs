// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class B26
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "B26",
        Title = "a block is freed under its walkers",
        Source = "de5604231ce, 2.6.33-rc7",
        Story = "The list link of a vmap_block lay over its rcu_head, so that a walker that still "
            + "stood on the block went astray. Here the block is freed at once, which does the same "
            + "to him: the memory is another's before the grace period is over.",
        Plant =
        [
            new(
                "FreeVmapBlock",
                "CallRcu(vb);",
                "Kfree(vb);"),
        ],
        Steps = ["free-block.2"],
        Breaks = [PurgeLaws.DescriptorsOutliveAGracePeriod],
        Shortest = 4,
    };
}
