// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V248
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V248",
        Title = "a block that is retired stays on its queue",
        Source = "classic mistake",
        Story = "purge_fragmented_blocks marks a block as used up and frees it, and leaves it on "
            + "the queue of its CPU. Whoever walks the queue after the grace period walks "
            + "through freed memory.",
        Plant = [new("PurgeFragmentedBlocks", "Dequeue(vb);", "")],
        Steps = ["fragmented.2"],
        Breaks = [FailureLaws.CallsReturn, PartLaws.FewPagesAreAPartOfABlock],
        Shortest = 5,
    };
}
