// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V227
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V227",
        Title = "the oldest block serves first",
        Source = "classic mistake",
        Story = "A new block is put at the end of the queue, not at its head. Every search walks over those "
            + "that are all but full, and the old ones never run empty.",
        Plant =
        [
            new(
                "Enqueue",
                """
                vb.Next = blockQueues[vb.Cpu];
                vb.Previous = null;
                if (vb.Next is { } next)
                {
                    next.Previous = vb;
                }

                blockQueues[vb.Cpu] = vb;
                """,
                """
                VmapBlock? tail = blockQueues[vb.Cpu];
                while (tail?.Next is { } behind)
                {
                    tail = behind;
                }

                vb.Next = null;
                vb.Previous = tail;
                if (tail is null)
                {
                    blockQueues[vb.Cpu] = vb;
                }
                else
                {
                    tail.Next = vb;
                }
                """),
        ],
        Steps = ["new-block.4"],
        Breaks = [BlockLaws.NewestBlocksServe],
        Shortest = 4,
        Rare = "needs two blocks on the queue of one CPU, and the older not all but full",
    };
}
