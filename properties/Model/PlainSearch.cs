// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Properties;

/// <summary>
/// The search of 2.6.39 and 3.0 as the kernel's text goes, over a list: what the model's is held
/// against.
/// </summary>
/// <param name="gap">Bytes left free behind each lower area.</param>
/// <param name="isStrict">A hole that fits exactly is not taken.</param>
sealed class PlainSearch(ulong gap, bool isStrict)
{
    readonly SortedList<ulong, ulong> ends = [];

    /// <summary>Start of the area that is remembered.</summary>
    ulong? cache;

    ulong cachedHoleSize;
    ulong cachedVstart;
    ulong cachedAlign;

    public IList<ulong> Starts => ends.Keys;

    /// <summary>Whether the search may go on from where the last one ended.</summary>
    public bool HasCache => cache is not null;

    /// <summary>The address, or null: no room. What is found is not entered yet.</summary>
    public ulong? Find(ulong vstart, ulong vend, ulong size, ulong align)
    {
        if (size < cachedHoleSize || vstart < cachedVstart || align < cachedAlign)
        {
            cache = null;
        }

        (cachedVstart, cachedAlign) = (vstart, align);
        ulong address = cache is { } area ? Align(ends[area] + gap, align) : 0;
        if (cache is null || address < vstart)
        {
            (cache, cachedHoleSize) = (null, 0);
            address = Align(vstart, align);
        }

        return Walk(vend, size, align, address);
    }

    public void Enter(ulong start, ulong end) => ends.Add(start, end);

    /// <summary>The search goes on from there.</summary>
    public void Remember(ulong start) => cache = start;

    public void Leave(ulong start)
    {
        int at = ends.IndexOfKey(start);
        if (cache is { } area)
        {
            cache = ends[start] < cachedVstart ? null
                : start > area ? area
                : at > 0 ? ends.Keys[at - 1] : null;
        }

        ends.RemoveAt(at);
    }

    ulong? Walk(ulong vend, ulong size, ulong align, ulong address)
    {
        int at = cache is { } from ? ends.IndexOfKey(from) : 0;
        while (cache is null && at < ends.Count && ends.Values[at] < address)
        {
            at++;
        }

        for (; at < ends.Count && address + size <= vend; at++)
        {
            ulong next = ends.Keys[at];
            if (isStrict ? address + size < next : address + size <= next)
            {
                break;
            }

            cachedHoleSize = Math.Max(cachedHoleSize, next > address ? next - address : 0);
            address = Align(ends.Values[at] + gap, align);
        }

        return address + size <= vend ? address : null;
    }

    static ulong Align(ulong address, ulong align) => (address + align - 1) & ~(align - 1);
}
