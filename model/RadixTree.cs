// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Model;

/// <summary><c>struct radix_tree_node</c>: 64 slots for objects or nodes below.</summary>
sealed class RadixNode : SlabObject
{
    public SlabObject?[] Slots { get; } = new SlabObject?[RadixTree.MapSize];

    /// <summary>Slots in use.</summary>
    public int Count { get; set; }

    public void Zero()
    {
        Array.Clear(Slots);
        Count = 0;
    }
}

/// <summary>
/// lib/radix-tree.c, as far as the tree of per-CPU blocks needs it: which nodes an insertion takes
/// and a removal gives back.
/// </summary>
/// <remarks>Ported. Nodes come from a preloaded pool, which always suffices; no tags.</remarks>
sealed class RadixTree
{
    public const int MapShift = 6;
    public const int MapSize = 1 << MapShift;

    /// <summary>Levels that 64 bits of index can need.</summary>
    public const int LongestPath = 11;

    readonly RadixNode[] path = new RadixNode[LongestPath + 1];
    SlabObject? root;
    int height;

    /// <summary>RADIX_TREE_MAX_PATH: levels that an index of so many bits can need.</summary>
    public static int MaxPath(int longBits) => (longBits + MapShift - 1) / MapShift;

    public void Clear() => (root, height) = (null, 0);

    /// <summary><c>radix_tree_lookup</c>.</summary>
    [Kernel("vb_free", "vb-free.2")]
    public SlabObject? Lookup(ulong index)
    {
        if (index > MaxIndex(height))
        {
            return null;
        }

        SlabObject? slot = root;
        for (int level = height; level > 0 && slot is not null; level--)
        {
            slot = ((RadixNode)slot).Slots[Offset(index, level)];
        }

        return slot;
    }

    /// <summary>
    /// <c>radix_tree_insert</c>; false when something is there. Nodes are taken off the end of
    /// the pool.
    /// </summary>
    [Kernel("new_vmap_block", "new-block.3")]
    public bool Insert(ulong index, SlabObject item, RadixNode?[] pool, ref int pooled)
    {
        Extend(index, pool, ref pooled);
        SlabObject? slot = root;
        RadixNode? node = null;
        for (int level = height; level > 0; level--)
        {
            if (slot is null)
            {
                slot = TakeNode(pool, ref pooled);
                Store(node, node is null ? 0 : Offset(index, level + 1), slot);
            }

            node = (RadixNode)slot;
            slot = node.Slots[Offset(index, level)];
        }

        if (slot is not null)
        {
            return false;
        }

        Store(node, Offset(index, 1), item);
        return true;
    }

    /// <summary><c>radix_tree_extend</c>: as high as the index asks for.</summary>
    [Kernel("new_vmap_block", "new-block.3")]
    void Extend(ulong index, RadixNode?[] pool, ref int pooled)
    {
        while (index > MaxIndex(height))
        {
            if (root is { } below)
            {
                RadixNode node = TakeNode(pool, ref pooled);
                node.Slots[0] = below;
                node.Count = 1;
                root = node;
            }

            height++;
        }
    }

    /// <summary>
    /// <c>radix_tree_delete</c>: what was there, or null. Nodes nobody needs any more go to
    /// <paramref name="freed"/>, in order.
    /// </summary>
    [Kernel("free_vmap_block", "free-block.1")]
    public SlabObject? Delete(ulong index, Action<RadixNode> freed)
    {
        SlabObject? found = Lookup(index);
        if (found is null)
        {
            return null;
        }

        SlabObject? slot = root;
        for (int level = height; level > 0; level--)
        {
            path[level] = (RadixNode)slot!;
            slot = path[level].Slots[Offset(index, level)];
        }

        RadixNode? empty = null;
        for (int level = 1; level <= height; level++)
        {
            RadixNode node = path[level];
            node.Slots[Offset(index, level)] = null;
            node.Count--;
            Give(empty, freed);
            if (node.Count > 0)
            {
                Shrink(freed);
                return found;
            }

            empty = node;
        }

        Clear();
        Give(empty, freed);
        return found;
    }

    /// <summary><c>radix_tree_shrink</c>: no level above the leftmost child alone.</summary>
    [Kernel("free_vmap_block", "free-block.1")]
    void Shrink(Action<RadixNode> freed)
    {
        while (height > 0 && root is RadixNode { Count: 1 } top && top.Slots[0] is { } below)
        {
            root = below;
            height--;
            top.Zero();
            freed(top);
        }
    }

    static void Give(RadixNode? empty, Action<RadixNode> freed)
    {
        if (empty is not null)
        {
            freed(empty);
        }
    }

    void Store(RadixNode? node, int offset, SlabObject item)
    {
        if (node is null)
        {
            root = item;
        }
        else
        {
            node.Slots[offset] = item;
            node.Count++;
        }
    }

    static RadixNode TakeNode(RadixNode?[] pool, ref int pooled)
    {
        RadixNode node = pool[--pooled]!;
        pool[pooled] = null;
        return node;
    }

    static int Offset(ulong index, int level) =>
        (int)(index >> ((level - 1) * MapShift)) & (MapSize - 1);

    static ulong MaxIndex(int height) =>
        height * MapShift >= 64 ? ulong.MaxValue : (1UL << (height * MapShift)) - 1;
}
