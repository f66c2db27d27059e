// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Model;

/// <summary>
/// Ranges [start, end) in address order, each with the slot of its object. Kept in blocks, so that
/// insertion and the search for a hole cost little with ten entries and with ten thousand.
/// </summary>
/// <remarks>
/// For each block stands an upper bound of the holes in front of its entries: an insertion can only
/// shrink a hole, a removal raises the bound, and a search that looked in vain makes it exact.
/// </remarks>
sealed partial class AddressIndex
{
    readonly List<AddressBlock> spare = [];
    AddressBlock[] blocks = new AddressBlock[16];

    /// <summary>Start of the first entry of each block.</summary>
    ulong[] firstStart = new ulong[16];

    /// <summary>No hole in front of an entry of the block is larger, bytes.</summary>
    ulong[] holeBound = new ulong[16];

    int blockCount;

    public int Count { get; private set; }

    /// <summary>Every position has an ordinal below this, and no two the same.</summary>
    public int Ordinals => blockCount * AddressBlock.Capacity;

    public static Position First => default;

    /// <summary>Before the first entry whose start is not below <paramref name="start"/>.</summary>
    public Position LowerBound(ulong start)
    {
        int number = LastBlockBelow(start);
        if (number < 0)
        {
            return default;
        }

        int index = blocks[number].LowerBound(start);
        return index < blocks[number].Count
            ? new Position(number, index)
            : new Position(number + 1, 0);
    }

    /// <summary>False past the last entry.</summary>
    public bool IsEntry(Position at) => at.Block < blockCount;

    public Position Next(Position at) =>
        at.Index + 1 < blocks[at.Block].Count
            ? new Position(at.Block, at.Index + 1)
            : new Position(at.Block + 1, 0);

    /// <summary>The entry before, which may be asked of the end too; false at the first.</summary>
    public bool Previous(ref Position at)
    {
        if (at.Index > 0)
        {
            at = new Position(at.Block, at.Index - 1);
            return true;
        }

        if (at.Block == 0)
        {
            return false;
        }

        at = new Position(at.Block - 1, blocks[at.Block - 1].Count - 1);
        return true;
    }

    public ulong StartAt(Position at) => blocks[at.Block].Entries[at.Index].Start;

    public ulong EndAt(Position at) => blocks[at.Block].Entries[at.Index].End;

    public int SlotAt(Position at) => blocks[at.Block].Entries[at.Index].Slot;

    /// <summary>Slot of the first entry that starts exactly there; -1 if none does.</summary>
    public int Find(ulong start)
    {
        Position at = LowerBound(start);
        return IsEntry(at) && StartAt(at) == start ? SlotAt(at) : -1;
    }

    /// <summary>Puts an entry in front of the first whose start is not below its own.</summary>
    public void Insert(ulong start, ulong end, int slot) =>
        InsertAt(LowerBound(start), start, end, slot);

    public void InsertAt(Position at, ulong start, ulong end, int slot)
    {
        if (at.Block == blockCount)
        {
            at = End();
        }

        AddressBlock block = blocks[at.Block];
        if (block.Count == AddressBlock.Capacity)
        {
            Split(at.Block);
            if (at.Index > block.Count)
            {
                at = new Position(at.Block + 1, at.Index - block.Count);
                block = blocks[at.Block];
            }
        }

        if (at.Index == block.Count)
        {
            // The hole in front of a new last entry was counted in the block above.
            holeBound[at.Block] = ulong.MaxValue;
        }

        block.Insert(at.Index, start, end, slot);
        firstStart[at.Block] = block.Entries[0].Start;
        Count++;
    }

    /// <summary>
    /// Takes out the entry of this slot, which starts at <paramref name="start"/>.
    /// </summary>
    public void Remove(ulong start, int slot) => RemoveAt(Locate(start, slot));

    /// <summary>The entry of a slot, which starts there; past the last when there is none.</summary>
    public Position Locate(ulong start, int slot)
    {
        Position at = LowerBound(start);
        while (IsEntry(at) && SlotAt(at) != slot)
        {
            at = Next(at);
        }

        return at;
    }

    /// <exception cref="InvalidOperationException">There is none, and nothing was changed.</exception>
    public void RemoveAt(Position at)
    {
        if (!IsEntry(at))
        {
            throw new InvalidOperationException("what is not in the tree cannot leave it");
        }

        AddressBlock block = blocks[at.Block];
        WidenHole(at);
        block.Remove(at.Index);
        Count--;
        if (block.Count == 0)
        {
            Drop(at.Block);
        }
        else
        {
            firstStart[at.Block] = block.Entries[0].Start;
        }
    }

    /// <summary>Forgets every entry.</summary>
    public void Clear()
    {
        for (int i = 0; i < blockCount; i++)
        {
            blocks[i].Empty();
            spare.Add(blocks[i]);
        }

        blockCount = Count = 0;
    }

    /// <summary>The last block whose first entry starts below; -1 when there is none.</summary>
    int LastBlockBelow(ulong start)
    {
        int low = 0;
        int high = blockCount;
        while (low < high)
        {
            int middle = (low + high) >> 1;
            if (firstStart[middle] < start)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low - 1;
    }

    Position End()
    {
        if (blockCount == 0)
        {
            AddBlock(0);
        }

        return new Position(blockCount - 1, blocks[blockCount - 1].Count);
    }

    void Split(int at)
    {
        AddBlock(at + 1);
        blocks[at].MoveUpperHalfTo(blocks[at + 1]);
        firstStart[at + 1] = blocks[at + 1].Entries[0].Start;
        holeBound[at + 1] = holeBound[at];
    }

    void AddBlock(int at)
    {
        if (blockCount == blocks.Length)
        {
            Array.Resize(ref blocks, blockCount * 2);
            Array.Resize(ref firstStart, blockCount * 2);
            Array.Resize(ref holeBound, blockCount * 2);
        }

        int moved = blockCount - at;
        Array.Copy(blocks, at, blocks, at + 1, moved);
        Array.Copy(firstStart, at, firstStart, at + 1, moved);
        Array.Copy(holeBound, at, holeBound, at + 1, moved);
        blocks[at] = spare.Count > 0 ? spare[^1] : new AddressBlock();
        if (spare.Count > 0)
        {
            spare.RemoveAt(spare.Count - 1);
        }

        holeBound[at] = ulong.MaxValue;
        blockCount++;
    }

    void Drop(int at)
    {
        spare.Add(blocks[at]);
        blockCount--;
        int moved = blockCount - at;
        Array.Copy(blocks, at + 1, blocks, at, moved);
        Array.Copy(firstStart, at + 1, firstStart, at, moved);
        Array.Copy(holeBound, at + 1, holeBound, at, moved);
    }

    /// <summary>Where an entry lies.</summary>
    public readonly record struct Position(int Block, int Index)
    {
        public int Ordinal => (Block * AddressBlock.Capacity) + Index;
    }
}
