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
            blocks.Add(Fresh());
        }

        int b = BlockOf(area.Start);
        Block block = blocks[b];
        if (block.Count == BlockSize)
        {
            Block upper = Fresh();
            Array.Copy(block.Items, BlockSize / 2, upper.Items, 0, BlockSize / 2);
            upper.Count = block.Count = BlockSize / 2;
            blocks.Insert(b + 1, upper);
            block = area.Start >= upper.Items[0].Start ? upper : block;
        }

        int at = block.FirstAbove(area.Start);
        Array.Copy(block.Items, at, block.Items, at + 1, block.Count - at);
        block.Items[at] = area;
        block.Count++;
    }

    public void Remove(Area area)
    {
        (int b, int i) = Locate(area);
        Block block = blocks[b];
        Array.Copy(block.Items, i + 1, block.Items, i, block.Count - i - 1);
        block.Count--;
        Count--;
        if (block.Count == 0)
        {
            blocks.RemoveAt(b);
            spare.Push(block);
        }
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
            for (int i = Math.Min(blocks[b].FirstAbove(area.Start), blocks[b].Count) - 1; i >= 0; i--)
            {
                if (ReferenceEquals(blocks[b].Items[i], area))
                {
                    return (b, i);
                }
            }
        }

        throw new ArgumentException($"no area at 0x{area.Start:x} in the index", nameof(area));
    }

    /// <summary>The last block whose first area starts at or below the address, else the first.</summary>
    int BlockOf(ulong address)
    {
        int low = 0;
        int high = blocks.Count - 1;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            (low, high) = blocks[middle].Items[0].Start <= address
                ? (middle, high) : (low, middle - 1);
        }

        return low;
    }

    Block Fresh() => spare.Count > 0 ? spare.Pop() : new Block();

    sealed class Block
    {
        public readonly Area[] Items = new Area[BlockSize];
        public int Count;

        public int FirstAbove(ulong address)
        {
            int low = 0;
            int high = Count;
            while (low < high)
            {
                int middle = (low + high) / 2;
                (low, high) = Items[middle].Start <= address ? (middle + 1, high) : (low, middle);
            }

            return low;
        }
    }
}
