// SPDX-License-Identifier: GPL-2.0-only
using System.Numerics;

namespace Verification.Model;

/// <summary>
/// <c>struct vmap_block</c>: a range whose pages a CPU hands out in parts. A page is handed out
/// once: what is given back is dirty, until the whole block goes.
/// </summary>
sealed class VmapBlock : SlabObject
{
    const int WordBits = 64;

    ulong[] allocMap = [];
    ulong[] dirtyMap = [];
    ulong[] cleanMap = [];

    /// <summary>Pages: VMAP_BBMAP_BITS.</summary>
    int bits;

    public VmapArea Va { get; set; } = null!;

    /// <summary>The CPU whose queue it is on, or was before it was full.</summary>
    public int Cpu { get; set; }

    /// <summary>Pages that were never handed out.</summary>
    public int Free { get; set; }

    /// <summary>Pages given back.</summary>
    public int Dirty { get; set; }

    public bool IsQueued { get; set; }

    /// <summary>Neighbours on the queue; a block that has left it still leads on.</summary>
    public VmapBlock? Next { get; set; }

    /// <inheritdoc cref="Next"/>
    public VmapBlock? Previous { get; set; }

    /// <summary>Nothing of it is handed out, and something was not given back.</summary>
    [Kernel("purge_fragmented_blocks", "fragmented.1")]
    public bool IsFragmented => Free + Dirty == bits && Dirty != bits;

    public bool IsAllDirty => Dirty == bits;

    /// <summary>As <c>new_vmap_block</c> leaves it.</summary>
    public void Start(VmapArea va, int pages)
    {
        Va = va;
        bits = Free = pages;
        Dirty = 0;
        IsQueued = false;
        Next = Previous = null;
        int words = (pages + WordBits - 1) / WordBits;
        if (allocMap.Length != words)
        {
            (allocMap, dirtyMap, cleanMap) = (new ulong[words], new ulong[words], new ulong[words]);
        }

        Array.Clear(allocMap);
        Array.Clear(dirtyMap);
        Array.Clear(cleanMap);
    }

    /// <summary>
    /// <c>bitmap_find_free_region</c>: the first 2^order pages on a multiple of themselves that
    /// were not handed out, which now are; -1 when there are none.
    /// </summary>
    [Kernel("vb_alloc", "vb-alloc.3")]
    public int FindFreeRegion(int order)
    {
        for (int at = 0; at < bits; at += 1 << order)
        {
            if (AllocateRegion(allocMap, at, order))
            {
                return at;
            }
        }

        return -1;
    }

    /// <summary>
    /// <c>bitmap_allocate_region</c> of the dirty pages; false when one of them was dirty already.
    /// </summary>
    [Kernel("vb_free", "vb-free.3")]
    public bool DirtyRegion(int at, int order) => AllocateRegion(dirtyMap, at, order);

    /// <summary>All of it handed out and given back: nobody will use or retire it again.</summary>
    public void Exhaust()
    {
        Free = 0;
        Dirty = bits;
        Array.Fill(allocMap, ulong.MaxValue);
        Array.Fill(dirtyMap, ulong.MaxValue);
    }

    /// <summary>
    /// The next run of dirty pages from <paramref name="first"/> on, [first, end); false when
    /// there is none. With <paramref name="isStale"/> only of those that are not yet clean.
    /// </summary>
    public bool NextDirtyRun(ref int first, out int end, bool isStale)
    {
        while (first < bits && !IsDirty(first, isStale))
        {
            first++;
        }

        end = first;
        while (end < bits && IsDirty(end, isStale))
        {
            end++;
        }

        return end > first;
    }

    /// <summary>Their translations are gone from tables and TLBs.</summary>
    public void Clean(int first, int end)
    {
        for (int page = first; page < end; page++)
        {
            cleanMap[page / WordBits] |= 1UL << (page % WordBits);
        }
    }

    bool IsDirty(int page, bool isStale) =>
        ((dirtyMap[page / WordBits] & ~(isStale ? cleanMap[page / WordBits] : 0))
            >> (page % WordBits) & 1) != 0;

    /// <summary>One word is looked at, as in C: a region never crosses a word.</summary>
    static bool AllocateRegion(ulong[] map, int at, int order)
    {
        ulong mask = ulong.MaxValue >> (WordBits - (1 << order)) << (at % WordBits);
        ref ulong word = ref map[at / WordBits];
        if ((word & mask) != 0)
        {
            return false;
        }

        word |= mask;
        return true;
    }

    /// <summary><c>get_order</c> of a number of pages.</summary>
    [Kernel("vb_alloc", "vb-alloc.1")]
    public static int OrderOf(ulong pages) => BitOperations.Log2(BitOperations.RoundUpToPowerOf2(pages));
}
