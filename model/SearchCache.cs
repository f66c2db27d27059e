// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Model;

/// <summary>
/// The search of 2.6.39 and later: it goes on from the area that was placed last, unless what is
/// asked for may fit below.
/// </summary>
/// <remarks>
/// Ported. 2.6.39 leaves a page free behind each lower area, and in faithful mode refuses a hole
/// that fits exactly. Faithful mode keeps what no version mended: a hole that was passed over and
/// fits exactly is not looked for again, not even when there is no other.
/// </remarks>
sealed class SearchCache(
    AddressIndex taken, SlabCache<VmapArea> areas, bool faithful, bool leavesAGap,
    bool isTooStrict) : Placement
{
    /// <summary>The area the search goes on from; null: it starts from the lower bound.</summary>
    VmapArea? freeVmapCache;

    /// <summary>The largest hole that was passed over below the cache, bytes.</summary>
    ulong cachedHoleSize;

    /// <summary>Lower bound and alignment of the last request.</summary>
    ulong cachedVstart;

    ulong cachedAlign;

    ulong Gap => leavesAGap ? PageSize : 0;

    /// <inheritdoc/>
    public override void Reset(ulong pageSize)
    {
        base.Reset(pageSize);
        Forget();
        cachedVstart = cachedAlign = 0;
    }

    /// <inheritdoc/>
    [Kernel("alloc_vmap_area", "alloc-va.11", "alloc-va.12")]
    public override bool Find(
        ulong vstart, ulong vend, ulong size, ulong align, bool isOrdered, out ulong address)
    {
        if (freeVmapCache is null || MayFitBelow(size) || vstart < cachedVstart
            || align < cachedAlign)
        {
            Forget();
        }

        cachedVstart = vstart;
        cachedAlign = align;
        if (freeVmapCache is { } cache)
        {
            address = taken.LongMask
                & AddressIndex.Align(unchecked(cache.VaEnd + Gap), align);
            if (address >= vstart)
            {
                return Walk(
                    taken.Locate(cache.VaStart, cache.Slot), vend, size, align, ref address);
            }

            Forget();
        }

        address = taken.LongMask & AddressIndex.Align(vstart, align);
        return Walk(
            taken.FirstEndingFrom(address, isOrdered), vend, size, align, ref address);
    }

    /// <inheritdoc/>
    [Kernel("alloc_vmap_area", "alloc-va.13")]
    public override void Entered(VmapArea va) => freeVmapCache = va;

    /// <inheritdoc/>
    [Kernel("__free_vmap_area", "free-va.4")]
    public override void Leaves(VmapArea va)
    {
        if (freeVmapCache is null)
        {
            return;
        }

        if (va.VaEnd < cachedVstart)
        {
            freeVmapCache = null;
        }
        else if (va.VaStart <= freeVmapCache.VaStart)
        {
            freeVmapCache = Before(va);
        }
    }

    /// <summary>
    /// Whether the largest hole passed over may be large enough; in faithful mode one that fits
    /// exactly is forgotten.
    /// </summary>
    [Kernel("alloc_vmap_area", "alloc-va.11")]
    bool MayFitBelow(ulong size) => faithful ? size < cachedHoleSize : size <= cachedHoleSize;

    /// <summary>
    /// From an area up to the first hole that is large enough; the largest that is not is noted.
    /// </summary>
    [Kernel("alloc_vmap_area", "alloc-va.14")]
    bool Walk(
        AddressIndex.Position at, ulong vend, ulong size, ulong align, ref ulong address)
    {
        unchecked
        {
            ulong mask = taken.LongMask;
            while (((address + size - 1) & mask) >= address)
            {
                ulong end = (address + size) & mask;
                if (!taken.IsEntry(at) || end > vend || !IsInTheWay(taken.StartAt(at), end))
                {
                    return end <= vend;
                }

                if (((address + cachedHoleSize) & mask) < taken.StartAt(at))
                {
                    cachedHoleSize = (taken.StartAt(at) - address) & mask;
                }

                address = mask & AddressIndex.Align(taken.EndAt(at) + Gap, align);
                at = taken.Next(at);
            }

            return false;
        }
    }

    [Kernel("alloc_vmap_area", "alloc-va.14")]
    bool IsInTheWay(ulong start, ulong end) => isTooStrict ? end >= start : end > start;

    void Forget()
    {
        cachedHoleSize = 0;
        freeVmapCache = null;
    }

    VmapArea? Before(VmapArea va)
    {
        AddressIndex.Position at = taken.Locate(va.VaStart, va.Slot);
        return taken.Previous(ref at) ? areas[taken.SlotAt(at)] : null;
    }
}
