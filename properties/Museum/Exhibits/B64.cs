// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class B64
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "B64",
        Title = "a block leaves the queue of another CPU",
        Source = "\"fix incorrect vbq reference in purge_fragmented_block\", 6.10",
        Story = "A purge on one CPU retires the blocks of all. It took the queue of the CPU it ran on "
            + "for that of the block: blocks were lost from one queue and stood on another.",
        Plant =
        [
            new(
                "Dequeue",
                "blockQueues[vb.Cpu] = vb.Next;",
                "blockQueues[CurrentCpu] = vb.Next;"),
        ],
        Breaks = [BlockLaws.NoBlockWhileOneHasRoom, PartLaws.FewPagesAreAPartOfABlock],
        Shortest = 4,
    };
}
