// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Spec;

/// <summary>
/// Areas in address order. Blocks of at most 64 keep insertion, removal and look-up nearly the same
/// price for ten areas and for ten thousand. Areas with equal starts keep their order of arrival.
/// </summary>
public sealed class AreaIndex
{
    const int BlockSize = 64;

    readonly List<Block> blocks = [];
    readonly Stack<Block> spare = [];

    /// <summary>
    /// Start of the first area of each block, side by side: a search stays in the cache.
    /// </summary>
    ulong[] firsts = new ulong[16];

    public int Count { get; private set; }

    public void Clear()
    {
        foreach (Block block in blocks)
        {
            block.Count = 0;
            spare.Push(block);
        }

        blocks.Clear();
        Count = 0;
    }

    public void Insert(Area area)
    {
        Count++;
        if (blocks.Count == 0)
        {
            AddBlock(0, Fresh());
        }

        int b = BlockOf(area.Start);
        Block block = blocks[b];
        if (block.Count == BlockSize)
        {
            Block upper = Fresh();
            block.MoveUpperHalf(upper);
            AddBlock(b + 1, upper);
            (b, block) = area.Start >= upper.Starts[0] ? (b + 1, upper) : (b, block);
        }

        block.Insert(block.FirstAbove(area.Start), area);
        firsts[b] = block.Starts[0];
    }

    public void Remove(Area area)
    {
        (int b, int i) = Locate(area);
        Block block = blocks[b];
        block.RemoveAt(i);
        Count--;
        if (block.Count > 0)
        {
            firsts[b] = block.Starts[0];
            return;
        }

        Array.Copy(firsts, b + 1, firsts, b, blocks.Count - b - 1);
        blocks.RemoveAt(b);
        spare.Push(block);
    }

    /// <summary>The last area that starts at or below the address; null when none does.</summary>
    public Area? AtOrBelow(ulong address)
    {
        if (blocks.Count == 0)
        {
            return null;
        }

        Block block = blocks[BlockOf(address)];
        int at = block.FirstAbove(address);
        return at == 0 ? null : block.Items[at - 1];
    }

    /// <summary>The first area that starts above the address; null when none does.</summary>
    public Area? Above(ulong address)
    {
        if (blocks.Count == 0)
        {
            return null;
        }

        int b = BlockOf(address);
        int at = blocks[b].FirstAbove(address);
        return at < blocks[b].Count ? blocks[b].Items[at]
            : b + 1 < blocks.Count ? blocks[b + 1].Items[0] : null;
    }

    /// <summary>The neighbour just below an area of this index; null for the lowest.</summary>
    public Area? Before(Area area)
    {
        (int b, int i) = Locate(area);
        return i > 0 ? blocks[b].Items[i - 1]
            : b > 0 ? blocks[b - 1].Items[blocks[b - 1].Count - 1] : null;
    }

    /// <summary>The neighbour just above an area of this index; null for the highest.</summary>
    public Area? After(Area area)
    {
        (int b, int i) = Locate(area);
        return i + 1 < blocks[b].Count ? blocks[b].Items[i + 1]
            : b + 1 < blocks.Count ? blocks[b + 1].Items[0] : null;
    }

    /// <summary>Whether an area of this index shares an address with a neighbour.</summary>
    public bool Overlaps(Area area)
    {
        (int b, int i) = Locate(area);
        Block block = blocks[b];
        ulong below = i > 0 ? block.Ends[i - 1]
            : b > 0 ? blocks[b - 1].Ends[blocks[b - 1].Count - 1] : 0;
        ulong above = i + 1 < block.Count ? block.Starts[i + 1]
            : b + 1 < blocks.Count ? firsts[b + 1] : ulong.MaxValue;
        return below > area.Start || above < area.End;
    }

    /// <summary>All areas in address order; the index must not change meanwhile.</summary>
    public IEnumerable<Area> All()
    {
        foreach (Block block in blocks)
        {
            for (int i = 0; i < block.Count; i++)
            {
                yield return block.Items[i];
            }
        }
    }

    (int Block, int Item) Locate(Area area)
    {
        for (int b = BlockOf(area.Start); b >= 0; b--)
        {
            Block block = blocks[b];
            for (int i = Math.Min(block.FirstAbove(area.Start), block.Count) - 1; i >= 0; i--)
            {
                if (ReferenceEquals(block.Items[i], area))
                {
                    return (b, i);
                }
            }
        }

        throw new ArgumentException($"no area at 0x{area.Start:x} in the index", nameof(area));
    }

    /// <summary>
    /// The last block whose first area starts at or below the address, else the first.
    /// </summary>
    int BlockOf(ulong address)
    {
        int low = 0;
        int high = blocks.Count - 1;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            (low, high) = firsts[middle] <= address
                ? (middle, high) : (low, middle - 1);
        }

        return low;
    }

    Block Fresh() => spare.Count > 0 ? spare.Pop() : new Block();

    void AddBlock(int at, Block block)
    {
        if (blocks.Count == firsts.Length)
        {
            Array.Resize(ref firsts, firsts.Length * 2);
        }

        Array.Copy(firsts, at, firsts, at + 1, blocks.Count - at);
        firsts[at] = block.Count > 0 ? block.Starts[0] : 0;
        blocks.Insert(at, block);
    }

    sealed class Block
    {
        public readonly Area[] Items = new Area[BlockSize];
        public readonly ulong[] Starts = new ulong[BlockSize];
        public readonly ulong[] Ends = new ulong[BlockSize];
        public int Count;

        public void Insert(int at, Area area)
        {
            Up(Items, at);
            Up(Starts, at);
            Up(Ends, at);
            Items[at] = area;
            Starts[at] = area.Start;
            Ends[at] = area.End;
            Count++;
        }

        public void RemoveAt(int at)
        {
            Count--;
            Down(Items, at);
            Down(Starts, at);
            Down(Ends, at);
        }

        public void MoveUpperHalf(Block upper)
        {
            Array.Copy(Items, BlockSize / 2, upper.Items, 0, BlockSize / 2);
            Array.Copy(Starts, BlockSize / 2, upper.Starts, 0, BlockSize / 2);
            Array.Copy(Ends, BlockSize / 2, upper.Ends, 0, BlockSize / 2);
            upper.Count = Count = BlockSize / 2;
        }

        void Up<T>(T[] items, int at) =>
            items.AsSpan(at, Count - at).CopyTo(items.AsSpan(at + 1));

        void Down<T>(T[] items, int at) =>
            items.AsSpan(at + 1, Count - at).CopyTo(items.AsSpan(at));

        public int FirstAbove(ulong address)
        {
            int low = 0;
            int high = Count;
            while (low < high)
            {
                int middle = (low + high) / 2;
                (low, high) = Starts[middle] <= address ? (middle + 1, high) : (low, middle);
            }

            return low;
        }
    }
}
