// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Model;

sealed partial class AddressIndex
{
    /// <summary>ULONG_MAX of the machine whose addresses these are.</summary>
    public ulong LongMask { get; set; } = ulong.MaxValue;

    /// <summary>
    /// Where <c>alloc_vmap_area</c> puts size bytes: the lowest aligned address that is free, not
    /// counting the page after each lower entry. False when it would go beyond vend.
    /// </summary>
    /// <remarks>
    /// The same answer as <see cref="FindHoleLinearly"/>, which it asks when sums may wrap. A hole
    /// that is too small for size and page is passed over, a whole block of them at once.
    /// </remarks>
    [Kernel(
        "alloc_vmap_area",
        "alloc-va.3", "alloc-va.4", "alloc-va.5", "alloc-va.6", "alloc-va.7")]
    public bool FindHole(
        ulong vstart, ulong vend, ulong size, ulong align, ulong page, out ulong address)
    {
        ulong most = unchecked(vend + size + align + page);
        if (unchecked(vend + size) < vend || most < align || most > LongMask)
        {
            return FindHoleLinearly(vstart, vend, size, align, page, out address);
        }

        unchecked
        {
            address = Align(vstart, align);
            if (address + size > vend || address + size - 1 < address)
            {
                return false;
            }

            Position at = FirstEndingFrom(address);
            return !IsEntry(at) || address + size <= StartAt(at)
                || FindHoleAfter(at, vend, size, align, page, ref address);
        }
    }

    /// <summary>The rule itself, entry by entry: the end is checked before each hole.</summary>
    [Kernel(
        "alloc_vmap_area",
        "alloc-va.3", "alloc-va.4", "alloc-va.5", "alloc-va.6", "alloc-va.7")]
    public bool FindHoleLinearly(
        ulong vstart, ulong vend, ulong size, ulong align, ulong page, out ulong address)
    {
        unchecked
        {
            address = Align(vstart, align) & LongMask;
            Position at = FirstEndingFrom(address, isOrdered: false);
            while (((address + size - 1) & LongMask) >= address
                && ((address + size) & LongMask) <= vend)
            {
                if (!IsEntry(at) || ((address + size) & LongMask) <= StartAt(at))
                {
                    return true;
                }

                address = Align(EndAt(at) + page, align) & LongMask;
                at = Next(at);
            }

            return false;
        }
    }

    /// <summary>ALIGN: for powers of two; other values clear the bits of align - 1.</summary>
    public static ulong Align(ulong address, ulong align) =>
        unchecked((address + (align - 1)) & ~(align - 1));

    /// <summary>The first entry that does not end below the address.</summary>
    /// <param name="isOrdered">No entry wraps or overlaps: the ends are in order too.</param>
    public Position FirstEndingFrom(ulong address, bool isOrdered)
    {
        Position at = First;
        while (!isOrdered && IsEntry(at) && EndAt(at) < address)
        {
            at = Next(at);
        }

        return isOrdered ? FirstEndingFrom(address) : at;
    }

    Position FirstEndingFrom(ulong address)
    {
        int number = LastBlockBelow(address);
        if (number < 0)
        {
            return default;
        }

        AddressBlock block = blocks[number];
        int index = 0;
        while (index < block.Count && block.Entries[index].End < address)
        {
            index++;
        }

        return index < block.Count ? new Position(number, index) : new Position(number + 1, 0);
    }

    [Kernel("alloc_vmap_area", "alloc-va.5", "alloc-va.6")]
    bool FindHoleAfter(
        Position at, ulong vend, ulong size, ulong align, ulong page, ref ulong address)
    {
        int number = at.Block;
        ulong previousEnd = EndAt(at);
        ulong ignored = 0;
        bool found = FindHoleInBlock(
            blocks[number], at.Index + 1, previousEnd, vend, size, align, page, ref address,
            ref ignored);
        while (!found)
        {
            number++;
            while (number < blockCount && holeBound[number] < size + page)
            {
                number++;
            }

            previousEnd = blocks[number - 1].Last.End;
            if (number == blockCount)
            {
                address = Align(previousEnd + page, align);
                return address + size <= vend;
            }

            if (previousEnd > vend)
            {
                return false;
            }

            ulong largest = 0;
            found = FindHoleInBlock(
                blocks[number], 0, previousEnd, vend, size, align, page, ref address, ref largest);
            holeBound[number] = found ? holeBound[number] : largest;
        }

        return address + size <= vend;
    }

    [Kernel("alloc_vmap_area", "alloc-va.5", "alloc-va.6")]
    static bool FindHoleInBlock(
        AddressBlock block, int from, ulong previousEnd, ulong vend, ulong size, ulong align,
        ulong page, ref ulong address, ref ulong largest)
    {
        ulong need = size + page;
        for (int i = from; i < block.Count; i++)
        {
            ref AddressBlock.Entry entry = ref block.Entries[i];
            ulong hole = entry.Start - previousEnd;
            if (hole >= need)
            {
                address = Align(previousEnd + page, align);
                if (address + size <= entry.Start || address + size > vend)
                {
                    return true;
                }
            }

            largest = Math.Max(largest, hole);
            previousEnd = entry.End;
        }

        return false;
    }

    void WidenHole(Position at)
    {
        Position next = Next(at);
        if (IsEntry(next))
        {
            Position before = at;
            ulong previousEnd = Previous(ref before) ? EndAt(before) : 0;
            ulong hole = unchecked(StartAt(next) - previousEnd);
            holeBound[next.Block] = Math.Max(holeBound[next.Block], hole);
        }
    }
}
