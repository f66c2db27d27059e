// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Model;

/// <summary>
/// Ranges [start, end) in address order, each with a payload. Kept in blocks of at most 64, so that
/// insertion and the search for a hole cost little with ten entries and with ten thousand.
/// </summary>
/// <remarks>
/// For each block stands an upper bound of the holes in front of its entries: an insertion can only
/// shrink a hole, a removal raises the bound, and a search that looked in vain makes it exact.
/// </remarks>
sealed partial class AddressIndex<T>
    where T : class
{
    const int Capacity = 64;

    readonly List<Block> spare = [];
    Block[] blocks = new Block[16];

    /// <summary>Start of the first entry of each block.</summary>
    ulong[] firstStart = new ulong[16];

    /// <summary>No hole in front of an entry of the block is larger, bytes.</summary>
    ulong[] holeBound = new ulong[16];

    int blockCount;

    public int Count { get; private set; }

    /// <summary>Before the first entry whose start is not below <paramref name="start"/>.</summary>
    public Position LowerBound(ulong start)
    {
        int number = LastBlockBelow(start);
        if (number < 0)
        {
            return default;
        }

        Block block = blocks[number];
        int low = 0;
        int high = block.Count;
        while (low < high)
        {
            int middle = (low + high) >> 1;
            if (block.Start[middle] < start)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low < block.Count ? new Position(number, low) : new Position(number + 1, 0);
    }

    public static Position First => new(0, 0);

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

    public ulong StartAt(Position at) => blocks[at.Block].Start[at.Index];

    public ulong EndAt(Position at) => blocks[at.Block].End[at.Index];

    public T At(Position at) => blocks[at.Block].Items[at.Index].Item;

    /// <summary>The first entry that starts exactly at <paramref name="start"/>; null if none.</summary>
    public T? Find(ulong start)
    {
        Position at = LowerBound(start);
        return IsEntry(at) && StartAt(at) == start ? At(at) : null;
    }

    /// <summary>Puts an entry in front of the first whose start is not below its own.</summary>
    public void Insert(ulong start, ulong end, T item) =>
        InsertAt(LowerBound(start), start, end, item);

    public void InsertAt(Position at, ulong start, ulong end, T item)
    {
        if (at.Block == blockCount)
        {
            at = End();
        }

        Block block = blocks[at.Block];
        if (block.Count == Capacity)
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

        block.Insert(at.Index, start, end, item);
        firstStart[at.Block] = block.Start[0];
        Count++;
    }

    /// <summary>Takes out the entry of this item, which starts at <paramref name="start"/>.</summary>
    public void Remove(ulong start, T item)
    {
        Position at = LowerBound(start);
        while (!ReferenceEquals(At(at), item))
        {
            at = Next(at);
        }

        RemoveAt(at);
    }

    public void RemoveAt(Position at)
    {
        Block block = blocks[at.Block];
        WidenHole(at);
        block.Remove(at.Index);
        Count--;
        if (block.Count == 0)
        {
            Drop(at.Block);
        }
        else
        {
            firstStart[at.Block] = block.Start[0];
        }
    }

    /// <summary>Forgets every entry.</summary>
    public void Clear()
    {
        while (blockCount > 0)
        {
            blocks[blockCount - 1].Empty();
            Drop(blockCount - 1);
        }

        Count = 0;
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
        firstStart[at + 1] = blocks[at + 1].Start[0];
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
        blocks[at] = spare.Count > 0 ? spare[^1] : new Block();
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
    public readonly record struct Position(int Block, int Index);

    sealed class Block
    {
        public readonly ulong[] Start = new ulong[Capacity];
        public readonly ulong[] End = new ulong[Capacity];
        public readonly Cell[] Items = new Cell[Capacity];

        public int Count { get; private set; }

        public void Insert(int index, ulong start, ulong end, T item)
        {
            int moved = Count - index;
            if (moved > 0)
            {
                Array.Copy(Start, index, Start, index + 1, moved);
                Array.Copy(End, index, End, index + 1, moved);
                Array.Copy(Items, index, Items, index + 1, moved);
            }
            Start[index] = start;
            End[index] = end;
            Items[index] = new Cell(item);
            Count++;
        }

        public void Remove(int index)
        {
            Count--;
            int moved = Count - index;
            if (moved > 0)
            {
                Array.Copy(Start, index + 1, Start, index, moved);
                Array.Copy(End, index + 1, End, index, moved);
                Array.Copy(Items, index + 1, Items, index, moved);
            }
        }

        public void MoveUpperHalfTo(Block other)
        {
            const int Kept = Capacity / 2;
            Array.Copy(Start, Kept, other.Start, 0, Capacity - Kept);
            Array.Copy(End, Kept, other.End, 0, Capacity - Kept);
            Array.Copy(Items, Kept, other.Items, 0, Capacity - Kept);
            other.Count = Capacity - Kept;
            Count = Kept;
        }

        public void Empty() => Count = 0;
    }

    /// <summary>A reference in a struct: storing it needs no check of the array's type.</summary>
    readonly record struct Cell(T Item);
}
