// SPDX-License-Identifier: GPL-2.0-only
using System.Numerics;
using Verification.Spec;

namespace Verification.Model;

/// <summary>
/// <c>struct vmap_area</c>: a reserved range of addresses, from reservation to RCU.
/// </summary>
sealed class VmapArea : SlabObject
{
    /// <summary>VM_LAZY_FREE: waits for the purge.</summary>
    public const uint LazyFree = 1;

    /// <summary>VM_LAZY_FREEING: a purge has it in hand.</summary>
    public const uint LazyFreeing = 2;

    /// <summary>VM_VM_AREA: private points to a vm_struct.</summary>
    public const uint VmArea = 4;

    public ulong VaStart { get; set; }

    public ulong VaEnd { get; set; }

    public uint Flags { get; set; }

    /// <summary>The descriptor; faithful mode never resets it, so it may be stale.</summary>
    public VmStruct? Private { get; set; }

    public AreaState Life { get; set; }
}

public sealed partial class Model
{
    readonly AddressIndex vmapAreas = new();
    readonly Placement placement;

    /// <summary>
    /// Ranges that wrapped or overlap: the ordered search does not hold for them.
    /// </summary>
    int oddAreas;

    /// <summary>
    /// <c>__find_vmap_area</c> under its lock: exact match of the start, or null.
    /// </summary>
    /// <remarks>Ported; an ordered index stands for the red-black tree.</remarks>
    [Kernel("__find_vmap_area", "find-va.1")]
    VmapArea? FindVmapArea(ulong addr)
    {
        Emit(EventKind.Lock, KernelLock.VmapArea);
        VmapArea? va = ReservedFrom(addr);
        Emit(EventKind.Unlock, KernelLock.VmapArea);
        return va;
    }

    /// <summary>The range in the tree that starts exactly there; null if none does.</summary>
    VmapArea? ReservedFrom(ulong addr)
    {
        int slot = vmapAreas.Find(addr);
        return slot < 0 ? null : vmapAreaSlots[slot];
    }

    /// <summary><c>__insert_vmap_area</c>.</summary>
    /// <remarks>
    /// Ported. Its overlap check is all but dead: it fires only for a range that ends at 0.
    /// </remarks>
    [Kernel("__insert_vmap_area", "insert-va.1", "insert-va.2")]
    void InsertVmapAreaInner(VmapArea va)
    {
        var at = vmapAreas.LowerBound(va.VaStart);
        bool isOdd = va.VaEnd <= va.VaStart;
        if (isOdd || oddAreas > 0)
        {
            at = AddressIndex.First;
            while (vmapAreas.IsEntry(at) && vmapAreas.EndAt(at) <= va.VaStart)
            {
                if (va.VaEnd <= vmapAreas.StartAt(at))
                {
                    throw new KernelBug("__insert_vmap_area");
                }

                at = vmapAreas.Next(at);
            }
        }

        var before = at;
        isOdd |= vmapAreas.IsEntry(at) && vmapAreas.StartAt(at) < va.VaEnd;
        isOdd |= vmapAreas.Previous(ref before) && vmapAreas.EndAt(before) > va.VaStart;
        oddAreas += isOdd ? 1 : 0;
        vmapAreas.InsertAt(at, va.VaStart, va.VaEnd, va.Slot);
    }

    /// <summary>
    /// <c>alloc_vmap_area</c>: size bytes between vstart and vend; null for -ENOMEM (no
    /// descriptor) and -EBUSY (no room, after one purge).
    /// </summary>
    /// <remarks>Ported; the search itself is the era's <see cref="Placement"/>.</remarks>
    [Kernel(
        "alloc_vmap_area",
        "alloc-va.1", "alloc-va.2", "alloc-va.8", "alloc-va.9", "alloc-va.10", "alloc-va.15")]
    VmapArea? AllocVmapArea(ulong size, ulong align, ulong vstart, ulong vend, int node, Gfp gfp)
    {
        if (size == 0 || (size & pageMask) != 0
            || (era >= Era.V2639 && !BitOperations.IsPow2(align)))
        {
            throw new KernelBug("alloc_vmap_area");
        }

        VmapArea? va = KmallocVmapArea(gfp & Gfp.ReclaimMask, node);
        if (va is null)
        {
            return null;
        }

        bool purged = false;
        ulong addr;
        Emit(EventKind.Lock, KernelLock.VmapArea);
        while (!FindHole(size, align, vstart, vend, out addr))
        {
            Emit(EventKind.Unlock, KernelLock.VmapArea);
            if (purged)
            {
                PrintNoVaSpace(size);
                Kfree(va);
                return null;
            }

            PurgeVmapAreaLazy();
            purged = true;
            Emit(EventKind.Lock, KernelLock.VmapArea);
        }

        va.VaStart = addr;
        va.VaEnd = UnsignedLong(unchecked(addr + size));
        va.Flags = 0;
        va.Private = null;
        va.Life = LifeCycle.Initial;
        InsertVmapAreaInner(va);
        placement.Entered(va);
        step.Add(EventKind.AreaReserve, addr, va.VaEnd, va.Object);
        Emit(EventKind.Unlock, KernelLock.VmapArea);
        return era >= Era.V2639 && addr < vstart ? throw new KernelBug("alloc_vmap_area") : va;
    }

    /// <summary><c>free_vmap_area</c>: at once, as nothing was ever mapped there.</summary>
    /// <remarks>Ported.</remarks>
    [Kernel("__free_vmap_area", "free-va.1")]
    void FreeVmapArea(VmapArea va)
    {
        Emit(EventKind.Lock, KernelLock.VmapArea);
        FreeVmapAreaInner(va);
        Emit(EventKind.Unlock, KernelLock.VmapArea);
    }

    /// <summary><c>__free_vmap_area</c>: the range may be handed out again.</summary>
    /// <remarks>Ported.</remarks>
    [Kernel("__free_vmap_area", "free-va.1", "free-va.2", "free-va.3")]
    void FreeVmapAreaInner(VmapArea va)
    {
        Advance(va, AreaTrigger.Release);
        placement.Leaves(va);
        vmapAreas.Remove(va.VaStart, va.Slot);
        oddAreas = vmapAreas.Count == 0 ? 0 : oddAreas;
        if (va.VaEnd > machine.Start && va.VaEnd <= machine.End)
        {
            vmapAreaPcpuHole = Math.Max(vmapAreaPcpuHole, va.VaEnd);
        }

        step.Add(EventKind.AreaRelease, va.VaStart, va.VaEnd, va.Object);
        CallRcu(va);
    }

    /// <remarks>
    /// Ported. Faithful mode lets a range end at 2^BITS_PER_LONG, and begin below vstart where ALIGN
    /// wraps: the kernel looks for a sum that wraps at the last byte alone (B13).
    /// </remarks>
    [Kernel("alloc_vmap_area", "alloc-va.4")]
    bool FindHole(ulong size, ulong align, ulong vstart, ulong vend, out ulong addr)
    {
        bool found = placement.Find(vstart, vend, size, align, oddAreas == 0, out addr);
        return found && (faithful
            || (addr >= vstart && UnsignedLong(unchecked(addr + size)) != 0));
    }

    void PrintNoVaSpace(ulong size)
    {
        if (machine.PrintsRateLimited)
        {
            step.Add(EventKind.NoVaSpace, 0, bytes: size);
        }
    }
}
