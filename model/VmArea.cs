// SPDX-License-Identifier: GPL-2.0-only
using System.Numerics;
using Verification.Spec;

namespace Verification.Model;

/// <summary>Descriptors: <c>__get_vm_area_node</c>, vmlist, <c>remove_vm_area</c>.</summary>
public sealed partial class Model
{
    readonly Vmlist vmlist;

    /// <summary><c>insert_vmalloc_vm</c>: fills the descriptor and puts it on vmlist.</summary>
    /// <remarks>Ported.</remarks>
    [Kernel("insert_vmalloc_vm", "insert-vm.1", "insert-vm.2", "insert-vm.3")]
    void InsertVmallocVm(VmStruct vm, VmapArea va, VmFlags flags, Caller caller)
    {
        vm.Flags = flags;
        vm.Addr = va.VaStart;
        vm.Size = UnsignedLong(unchecked(va.VaEnd - va.VaStart));
        vm.Caller = caller;
        vm.IsOnVmlist = true;
        va.Private = vm;
        va.Flags |= VmapArea.VmArea;
        Advance(va, AreaTrigger.List);
        Emit(EventKind.Lock, KernelLock.Vmlist);
        vmlist.Insert(vm);
        step.Add(new Event(
            EventKind.VmInsert, 0, vm.Object, 0, (Gfp)(uint)flags, vm.Addr, va.VaEnd, vm.Size));
        EmitCaller(vm);
        Emit(EventKind.Unlock, KernelLock.Vmlist);
        inserted = va;
    }

    /// <summary>
    /// <c>__get_vm_area_node</c>: a descriptor with its range; null when anything fails.
    /// </summary>
    /// <remarks>
    /// Simplified: <c>va</c> was static in this era, shared by all CPUs; one thread cannot tell.
    /// Faithful mode hands fls an int, and a guard page that wraps to nothing on to a BUG_ON.
    /// </remarks>
    [Kernel(
        "__get_vm_area_node",
        "get-area.1", "get-area.2", "get-area.3", "get-area.4", "get-area.5", "get-area.6")]
    VmStruct? GetVmAreaNodeInner(
        ulong size, ulong align, VmFlags flags, ulong start, ulong end, int node, Gfp gfp,
        Caller caller)
    {
        if (inInterrupt)
        {
            throw new KernelBug("__get_vm_area_node");
        }

        if ((flags & VmFlags.Ioremap) != 0)
        {
            align = IoremapAlign(size);
        }

        size = machine.PageAlign(size);
        if (size == 0)
        {
            return null;
        }

        VmStruct? area = KzallocVmStruct(gfp & Gfp.ReclaimMask, node);
        if (area is null)
        {
            return null;
        }

        size = UnsignedLong(unchecked(size + pageSize));
        VmapArea? va = AllocVmapArea(size, align, start, end, node, gfp);
        if (va is null)
        {
            Kfree(area);
            return null;
        }

        InsertVmallocVm(area, va, flags, caller);
        return area;
    }

    /// <summary><c>__get_vm_area</c>: within [start, end).</summary>
    /// <remarks>Ported.</remarks>
    [Kernel("__get_vm_area", "get-area-in.1")]
    VmStruct? GetVmAreaInner(ulong size, VmFlags flags, ulong start, ulong end) =>
        GetVmAreaNodeInner(size, 1, flags, start, end, -1, Gfp.Kernel, Caller.Site);

    /// <summary><c>get_vm_area</c> and <c>get_vm_area_caller</c>: anywhere.</summary>
    /// <remarks>Ported.</remarks>
    [Kernel("get_vm_area", "get-area-any.1")]
    VmStruct? GetVmArea(ulong size, VmFlags flags) =>
        GetVmAreaInner(size, flags, machine.Start, machine.End);

    /// <summary><c>get_vm_area_node</c>.</summary>
    /// <remarks>Ported.</remarks>
    [Kernel("get_vm_area_node", "get-area-on.1")]
    VmStruct? GetVmAreaNode(ulong size, VmFlags flags, int node, Gfp gfp) =>
        GetVmAreaNodeInner(
            size, 1, flags, machine.Start, machine.End, node, gfp, Caller.Site);

    /// <summary><c>find_vm_area</c>: by its first address; null when there is none.</summary>
    /// <remarks>Ported. In faithful mode a freed area is found until its purge.</remarks>
    [Kernel("find_vm_area", "find-vm.1")]
    VmStruct? FindVmArea(ulong addr)
    {
        VmapArea? va = FindVmapArea(addr);
        return va is not null && (va.Flags & VmapArea.VmArea) != 0 ? va.Private : null;
    }

    /// <summary>
    /// <c>remove_vm_area</c>: off vmlist, its range deferred. The descriptor, its size now without
    /// guard; null when no area starts at addr.
    /// </summary>
    /// <remarks>
    /// Ported. Faithful mode leaves VM_VM_AREA and private behind: until the purge a second call
    /// finds a descriptor that is dead, or that belongs to somebody else by now.
    /// </remarks>
    [Kernel("remove_vm_area", "remove.1", "remove.2", "remove.3", "remove.4")]
    VmStruct? RemoveVmArea(ulong addr)
    {
        VmapArea? va = FindVmapArea(addr);
        if (va is null || (va.Flags & VmapArea.VmArea) == 0)
        {
            return null;
        }

        VmStruct? vm = va.Private;
        if (vm is null || !vm.IsOnVmlist)
        {
            throw new KernelBug("remove_vm_area");
        }

        Emit(EventKind.Lock, KernelLock.Vmlist);
        vmlist.Remove(vm);
        vm.IsOnVmlist = vm.IsRemembered = false;
        step.Add(EventKind.VmUnlink, vm.Addr, id: vm.Object);
        if (!faithful)
        {
            va.Flags &= ~VmapArea.VmArea;
            va.Private = null;
        }

        Emit(EventKind.Unlock, KernelLock.Vmlist);
        if ((va.Flags & VmapArea.LazyFree) == 0)
        {
            Advance(va, AreaTrigger.Unlist);
        }

        VmapDebugFreeRange(va.VaStart, va.VaEnd);
        FreeUnmapVmapArea(va);
        vm.Size = unchecked(vm.Size - pageSize);
        return vm;
    }

    /// <summary>The alignment of VM_IOREMAP: a power of two between one page and 128.</summary>
    /// <remarks>
    /// Ported. fls takes an int, and of a power of two gives the next one (B45); fixed mode takes
    /// what the size needs.
    /// </remarks>
    [Kernel("__get_vm_area_node", "get-area.2")]
    ulong IoremapAlign(ulong size)
    {
        if (!faithful)
        {
            return machine.IoremapAlign(size);
        }

        int bit = 64 - BitOperations.LeadingZeroCount(UnsignedInt(size));
        return 1UL << Math.Clamp(bit, machine.PageShift, machine.PageShift + 7);
    }

    /// <summary>
    /// The descriptor on vmlist with exactly this address; null if there is none.
    /// </summary>
    VmStruct? FindOnVmlist(ulong addr) => vmlist.Find(addr);

    void EmitCaller(VmStruct area) =>
        step.Add(EventKind.VmCallerSet, area.Addr, id: (int)area.Caller);

    void SetFlags(VmStruct area, VmFlags flags)
    {
        area.Flags = flags;
        step.Add(new Event(
            EventKind.VmFlagsSet, 0, area.Object, 0, (Gfp)(uint)flags, area.Addr, 0, 0));
    }
}
