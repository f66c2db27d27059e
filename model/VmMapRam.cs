// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Model;

/// <summary>
/// <c>vm_map_ram</c>: pages mapped for a short time, a few in a part of a per-CPU block, many in
/// an area of their own that has no descriptor.
/// </summary>
public sealed partial class Model
{
    /// <summary><c>vb_alloc</c>: so many bytes of a block of this CPU; 0 is -ENOMEM.</summary>
    /// <remarks>
    /// Ported. A block with enough free pages always has a region that fits, as parts are powers
    /// of two and never used again: what C does if not is left out.
    /// </remarks>
    [Kernel("vb_alloc", "vb-alloc.1", "vb-alloc.2", "vb-alloc.3", "vb-alloc.4")]
    ulong VbAlloc(ulong size, Gfp gfp)
    {
        int order = VmapBlock.OrderOf(size >> machine.PageShift);
        while (true)
        {
            Emit(EventKind.Lock, KernelLock.Preemption);
            ulong addr = 0;
            for (VmapBlock? vb = blockQueues[CurrentCpu]; vb is not null && addr == 0; vb = vb.Next)
            {
                Emit(EventKind.Lock, KernelLock.VmapBlock);
                addr = vb.Free < 1 << order ? 0 : TakeRegion(vb, order);
                Emit(EventKind.Unlock, KernelLock.VmapBlock);
            }

            Emit(EventKind.Unlock, KernelLock.Preemption);
            if (addr != 0 || NewVmapBlock(gfp) is null)
            {
                return addr;
            }
        }
    }

    [Kernel("vb_alloc", "vb-alloc.3")]
    ulong TakeRegion(VmapBlock vb, int order)
    {
        int first = vb.FindFreeRegion(order);
        if (first < 0)
        {
            throw new KernelBug("vb_alloc");
        }

        ulong addr = vb.Va.VaStart + ((ulong)first << machine.PageShift);
        vb.Free -= 1 << order;
        EmitBlock(EventKind.VbTake, vb, addr, addr + (pageSize << order), vb.Free);
        if (vb.Free == 0)
        {
            Emit(EventKind.Lock, KernelLock.VmapBlockQueue);
            Dequeue(vb);
            Emit(EventKind.Unlock, KernelLock.VmapBlockQueue);
        }

        return addr;
    }

    /// <summary><c>vb_free</c>: a part of a block is dirty; the block goes when all of it is.</summary>
    /// <remarks>Ported.</remarks>
    [Kernel("vb_free", "vb-free.1", "vb-free.2", "vb-free.3", "vb-free.4")]
    void VbFree(ulong addr, ulong size)
    {
        ulong end = UnsignedLong(unchecked(addr + size));
        step.Add(EventKind.CacheFlushUnmap, addr, end);
        int order = VmapBlock.OrderOf(size >> machine.PageShift);
        int first = (int)((addr & (BlockBytes - 1)) >> machine.PageShift);
        if (vmapBlockTree.Lookup(AddrToVbIdx(addr)) is not VmapBlock vb)
        {
            throw new KernelBug("vb_free");
        }

        if (era >= Era.V2637)
        {
            VunmapPageRange(addr, end);
        }

        Emit(EventKind.Lock, KernelLock.VmapBlock);
        if (!vb.DirtyRegion(first, order))
        {
            throw new KernelBug("vb_free");
        }

        vb.Dirty += 1 << order;
        EmitBlock(EventKind.VbGive, vb, addr, UnsignedLong(unchecked(addr + (pageSize << order))), vb.Dirty);
        if (!vb.IsAllDirty)
        {
            Emit(EventKind.Unlock, KernelLock.VmapBlock);
            return;
        }

        if (vb.Free != 0)
        {
            throw new KernelBug("vb_free");
        }

        Emit(EventKind.Unlock, KernelLock.VmapBlock);
        FreeVmapBlock(vb);
    }

    /// <summary><c>vm_map_ram</c>: where the pages are mapped; 0 is NULL.</summary>
    /// <remarks>
    /// Ported. With a count of 0 the kernel never returns: it asks for a region of 2^52 pages, in
    /// one new block after the other. Faithful mode keeps count's bytes in an unsigned int.
    /// </remarks>
    [Kernel("vm_map_ram", "map-ram.1", "map-ram.2", "map-ram.3", "map-ram.4")]
    ulong VmMapRam(ReadOnlySpan<int> pages, int node, Pgprot prot)
    {
        uint count = (uint)pages.Length;
        ulong size = UnsignedInt((ulong)count << machine.PageShift);
        ulong addr = count <= (uint)machine.VmapMaxAlloc
            ? VbAlloc(size, Gfp.Kernel)
            : AllocVmapArea(size, pageSize, machine.Start, machine.End, node, Gfp.Kernel)?.VaStart
                ?? 0;
        ulong end = UnsignedLong(unchecked(addr + size));
        if (addr != 0 && VmapPageRange(addr, end, prot, pages, Gfp.Kernel) < 0)
        {
            VmUnmapRam(addr, count);
            return 0;
        }

        return addr;
    }

    /// <summary><c>vm_unmap_ram</c>, with the count that <c>vm_map_ram</c> was given.</summary>
    /// <remarks>Ported; the debug check for locks in freed memory does nothing.</remarks>
    [Kernel("vm_unmap_ram", "unmap-ram.1", "unmap-ram.2", "unmap-ram.3")]
    void VmUnmapRam(ulong addr, uint count)
    {
        if (addr == 0 || addr < machine.Start || addr > machine.End || (addr & pageMask) != 0)
        {
            throw new KernelBug("vm_unmap_ram");
        }

        ulong size = UnsignedInt((ulong)count << machine.PageShift);
        VmapDebugFreeRange(addr, UnsignedLong(unchecked(addr + size)));
        if (count <= (uint)machine.VmapMaxAlloc)
        {
            VbFree(addr, size);
        }
        else
        {
            FreeUnmapVmapAreaAddr(addr);
        }
    }

    /// <summary><c>free_unmap_vmap_area_addr</c>.</summary>
    /// <remarks>Ported.</remarks>
    [Kernel("vm_unmap_ram", "unmap-ram.3")]
    void FreeUnmapVmapAreaAddr(ulong addr) => FreeUnmapVmapArea(
        FindVmapArea(addr) ?? throw new KernelBug("free_unmap_vmap_area_addr"));

    /// <summary><c>vm_unmap_aliases</c>: no translation of freed memory survives it.</summary>
    /// <remarks>
    /// Ported. Faithful mode looks only at blocks on a queue, so that full ones keep theirs (B63),
    /// and flushes for dirty pages again each time while their block lives (B65).
    /// </remarks>
    [Kernel("vm_unmap_aliases", "aliases.1", "aliases.2")]
    void VmUnmapAliases()
    {
        ulong start = ulong.MaxValue;
        ulong end = 0;
        for (int cpu = 0; faithful && cpu < machine.Cpus; cpu++)
        {
            for (VmapBlock? vb = blockQueues[cpu]; vb is not null; vb = vb.Next)
            {
                UnmapDirty(vb, ref start, ref end);
            }
        }

        for (int i = 0; !faithful && i < vmapBlocks.Made; i++)
        {
            if (vmapBlocks[i] is { IsLive: true, IsAllDirty: false } vb)
            {
                UnmapDirty(vb, ref start, ref end);
            }
        }

        PurgeVmapAreaLazyInner(start, end, sync: true, forceFlush: end > 0);
    }

    [Kernel("vm_unmap_aliases", "aliases.1")]
    void UnmapDirty(VmapBlock vb, ref ulong start, ref ulong end)
    {
        Emit(EventKind.Lock, KernelLock.VmapBlock);
        int first = 0;
        while (vb.NextDirtyRun(ref first, out int last, isStale: !faithful))
        {
            ulong from = vb.Va.VaStart + ((ulong)first << machine.PageShift);
            ulong to = vb.Va.VaStart + ((ulong)last << machine.PageShift);
            if (era < Era.V2637)
            {
                VunmapPageRange(from, to);
            }

            start = Math.Min(start, from);
            end = Math.Max(end, to);
            vb.Clean(first, last);
            first = last;
        }

        Emit(EventKind.Unlock, KernelLock.VmapBlock);
    }
}
