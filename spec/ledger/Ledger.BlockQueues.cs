// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Spec;

public sealed partial class Ledger
{
    /// <summary>
    /// The block that was put on the queue of each of the most CPUs last; null: none is on it.
    /// </summary>
    readonly VmapBlock?[] newest = new VmapBlock?[32];

    /// <summary>
    /// The newest block on a CPU's queue with so many free pages; null: none has them. Those before
    /// it are looked at one by one, as the kernel does.
    /// </summary>
    VmapBlock? WouldServe(int cpu, int pages)
    {
        VmapBlock? block = cpu < 0 ? null : newest[cpu];
        while (block is not null && block.Free < pages)
        {
            block = block.Older;
        }

        return block;
    }

    void Queue(VmapBlock block, int cpu)
    {
        block.QueuedOn = cpu;
        block.Older = newest[cpu];
        if (block.Older is { } older)
        {
            older.Newer = block;
        }

        newest[cpu] = block;
    }

    void Unqueue(VmapBlock block)
    {
        if (block.QueuedOn < 0)
        {
            return;
        }

        if (block.Newer is { } newer)
        {
            newer.Older = block.Older;
        }
        else
        {
            newest[block.QueuedOn] = block.Older;
        }

        if (block.Older is { } older)
        {
            older.Newer = block.Newer;
        }

        block.Older = block.Newer = null;
        block.QueuedOn = -1;
    }
}
