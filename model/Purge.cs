// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Model;

/// <summary>
/// Lazy freeing: ranges wait until a purge clears, flushes and releases them all.
/// </summary>
public sealed partial class Model
{
    /// <summary>Areas with VM_LAZY_FREE; the kernel finds them by walking its whole list.</summary>
    VmapArea[] lazyAreas = new VmapArea[64];

    int lazyCount;

    /// <summary>
    /// <c>vmap_lazy_nr</c>, pages; in faithful mode an int, so it may wrap.
    /// </summary>
    long vmapLazyNr;

    /// <summary>purge_lock is held: a purge is under way.</summary>
    bool isPurging;

    /// <summary><c>unmap_vmap_area</c>.</summary>
    /// <remarks>Ported.</remarks>
    [Kernel("unmap_vmap_area", "unmap-area.1")]
    void UnmapVmapArea(VmapArea va) => VunmapPageRange(va.VaStart, va.VaEnd);

    /// <summary><c>vmap_debug_free_range</c>: only with CONFIG_DEBUG_PAGEALLOC.</summary>
    /// <remarks>Ported.</remarks>
    [Kernel("vmap_debug_free_range", "debug-free.1")]
    void VmapDebugFreeRange(ulong start, ulong end)
    {
        if (machine.DebugPagealloc)
        {
            VunmapPageRange(start, end);
            FlushTlbKernelRange(start, end);
        }
    }

    /// <summary><c>__purge_vmap_area_lazy</c>.</summary>
    /// <remarks>
    /// Simplified: one thread, so only a purge inside a purge finds the lock taken. Faithful mode
    /// counts pages in an int, as in C: a sum of 2^32 frees nothing.
    /// </remarks>
    [Kernel(
        "__purge_vmap_area_lazy",
        "purge.1", "purge.2", "purge.3", "purge.4", "purge.5", "purge.6")]
    void PurgeVmapAreaLazyInner(ulong start, ulong end, bool sync, bool forceFlush)
    {
        if (isPurging)
        {
            return;
        }

        isPurging = true;
        Emit(EventKind.Lock, KernelLock.Purge);
        if (sync)
        {
            PurgeFragmentedBlocksAllCpus();
        }

        Span<VmapArea> areas = lazyAreas.AsSpan(0, lazyCount);
        SortByAddress(areas);
        lazyCount = 0;
        long nr = 0;
        foreach (VmapArea va in areas)
        {
            start = Math.Min(start, va.VaStart);
            end = Math.Max(end, va.VaEnd);
            nr = SignedInt(nr + PagesOf(va));
            if (era < Era.V2637)
            {
                UnmapVmapArea(va);
            }

            Advance(va, AreaTrigger.Purge);
            va.Flags |= VmapArea.LazyFreeing;
            va.Flags &= ~VmapArea.LazyFree;
        }

        vmapLazyNr = SignedInt(vmapLazyNr - nr);
        if (nr != 0 || forceFlush)
        {
            FlushTlbKernelRange(start, end);
        }

        if (nr != 0)
        {
            Emit(EventKind.Lock, KernelLock.VmapArea);
            foreach (VmapArea va in areas)
            {
                FreeVmapAreaInner(va);
            }

            Emit(EventKind.Unlock, KernelLock.VmapArea);
        }

        Emit(EventKind.Unlock, KernelLock.Purge);
        isPurging = false;
    }

    /// <summary><c>try_purge_vmap_area_lazy</c>, from a free beyond the mark.</summary>
    /// <remarks>Ported.</remarks>
    void TryPurgeVmapAreaLazy() =>
        PurgeVmapAreaLazyInner(ulong.MaxValue, 0, sync: false, forceFlush: false);

    /// <summary><c>purge_vmap_area_lazy</c>, from an allocation that found no room.</summary>
    /// <remarks>Ported.</remarks>
    [Kernel("purge_vmap_area_lazy", "purge-all.1")]
    void PurgeVmapAreaLazy() =>
        PurgeVmapAreaLazyInner(ulong.MaxValue, 0, sync: true, forceFlush: false);

    /// <summary>
    /// <c>free_unmap_vmap_area_noflush</c>: the range waits, from 2.6.37 on unmapped.
    /// </summary>
    /// <remarks>Ported.</remarks>
    [Kernel("free_unmap_vmap_area_noflush", "lazy.1")]
    void FreeUnmapVmapAreaNoflush(VmapArea va)
    {
        if (era >= Era.V2637)
        {
            UnmapVmapArea(va);
        }

        FreeVmapAreaNoflush(va);
    }

    /// <summary>
    /// <c>free_vmap_area_noflush</c>, the rest of it, which 2.6.37 made a function: the range
    /// waits.
    /// </summary>
    /// <remarks>Ported. The mark is compared unsigned: a wrapped counter purges at once.</remarks>
    [Kernel("free_unmap_vmap_area_noflush", "lazy.2", "lazy.3")]
    void FreeVmapAreaNoflush(VmapArea va)
    {
        if ((va.Flags & VmapArea.LazyFree) == 0)
        {
            Advance(va, AreaTrigger.Defer);
            AddLazy(va);
        }

        va.Flags |= VmapArea.LazyFree;
        step.Add(EventKind.AreaLazy, va.VaStart, va.VaEnd, va.Object);
        vmapLazyNr = SignedInt(vmapLazyNr + PagesOf(va));
        if (unchecked((ulong)vmapLazyNr) > (ulong)machine.LazyMax)
        {
            TryPurgeVmapAreaLazy();
        }
    }

    /// <summary><c>free_unmap_vmap_area</c>.</summary>
    /// <remarks>Ported.</remarks>
    [Kernel("free_unmap_vmap_area", "lazy-cache.1")]
    void FreeUnmapVmapArea(VmapArea va)
    {
        step.Add(EventKind.CacheFlushUnmap, va.VaStart, va.VaEnd);
        FreeUnmapVmapAreaNoflush(va);
    }

    long PagesOf(VmapArea va) =>
        (long)(UnsignedLong(unchecked(va.VaEnd - va.VaStart)) >> machine.PageShift);

    void AddLazy(VmapArea va)
    {
        if (lazyCount == lazyAreas.Length)
        {
            Array.Resize(ref lazyAreas, lazyCount * 2);
        }

        lazyAreas[lazyCount++] = va;
    }

    static void SortByAddress(Span<VmapArea> areas)
    {
        if (areas.Length > 32)
        {
            areas.Sort(static (left, right) => left.VaStart.CompareTo(right.VaStart));
            return;
        }

        for (int i = 1; i < areas.Length; i++)
        {
            VmapArea area = areas[i];
            int at = i;
            while (at > 0 && areas[at - 1].VaStart > area.VaStart)
            {
                areas[at] = areas[at - 1];
                at--;
            }

            areas[at] = area;
        }
    }
}
