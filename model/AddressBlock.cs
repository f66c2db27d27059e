// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Model;

/// <summary>Up to 64 ranges in address order: a piece of an <see cref="AddressIndex"/>.</summary>
sealed class AddressBlock
{
    public const int Capacity = 64;

    /// <summary>A range [Start, End) and the slot of the object that has it.</summary>
    public struct Entry
    {
        public ulong Start;
        public ulong End;
        public int Slot;
    }

    /// <summary>Only the first <see cref="Count"/> mean anything.</summary>
    public Entry[] Entries { get; } = new Entry[Capacity];

    public int Count { get; private set; }

    public ref Entry Last => ref Entries[Count - 1];

    /// <summary>
    /// Index of the first entry whose start is not below; Count if there is none.
    /// </summary>
    public int LowerBound(ulong start)
    {
        Entry[] entries = Entries;
        int low = 0;
        int high = Count;
        while (low < high)
        {
            int middle = (low + high) >> 1;
            if (entries[middle].Start < start)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    public void Insert(int index, ulong start, ulong end, int slot)
    {
        Entry[] entries = Entries;
        if (index < Count)
        {
            entries.AsSpan(index, Count - index).CopyTo(entries.AsSpan(index + 1));
        }

        ref Entry entry = ref entries[index];
        entry.Start = start;
        entry.End = end;
        entry.Slot = slot;
        Count++;
    }

    public void Remove(int index)
    {
        Count--;
        if (index < Count)
        {
            Entries.AsSpan(index + 1, Count - index).CopyTo(Entries.AsSpan(index));
        }
    }

    public void MoveUpperHalfTo(AddressBlock other)
    {
        const int Kept = Capacity / 2;
        Entries.AsSpan(Kept).CopyTo(other.Entries);
        other.Count = Capacity - Kept;
        Count = Kept;
    }

    public void Empty() => Count = 0;
}
