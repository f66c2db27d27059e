// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Model;

/// <summary>Anything the slab hands out: it has an identity and may be dead.</summary>
abstract class SlabObject
{
    /// <summary>Identity in events; equal for all users of one slot.</summary>
    public int Object { get; set; }

    /// <summary>Its place in the cache of its kind.</summary>
    public int Slot { get; set; }

    public bool IsLive { get; set; }
}

/// <summary>The slots of one kind of object, reused last freed first.</summary>
sealed class SlabCache<T>
    where T : SlabObject, new()
{
    T[] slots = [];
    T[] free = [];
    int freeCount;

    /// <summary>Slots that were ever used since the last reset.</summary>
    public int Made { get; private set; }

    public T this[int slot] => slots[slot];

    /// <summary>A slot; a new one takes its identity from <paramref name="nextObject"/>.</summary>
    public T Take(ref int nextObject)
    {
        T item;
        if (freeCount > 0)
        {
            item = free[--freeCount];
        }
        else
        {
            if (Made == slots.Length)
            {
                Grow();
            }

            item = slots[Made++];
            item.Object = nextObject++;
        }

        item.IsLive = true;
        return item;
    }

    public void Give(T item)
    {
        item.IsLive = false;
        free[freeCount++] = item;
    }

    /// <summary>All slots are unused again; identities start anew.</summary>
    public void Reset()
    {
        for (int i = 0; i < Made; i++)
        {
            slots[i].IsLive = false;
        }

        Made = freeCount = 0;
    }

    void Grow()
    {
        int size = Math.Max(32, slots.Length * 2);
        Array.Resize(ref slots, size);
        Array.Resize(ref free, size);
        for (int i = Made; i < size; i++)
        {
            slots[i] = new T { Slot = i };
        }
    }
}
