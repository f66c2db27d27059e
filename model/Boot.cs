// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Model;

/// <summary>Before there is an allocator, and how it takes over what was there.</summary>
public sealed partial class Model
{
    readonly Step booting = new();

    /// <inheritdoc/>
    public ReadOnlySpan<Event> Booted => booting.Events;

    void BootEarlyAreas()
    {
        booting.Clear(0);
        if (machine.Early.Count == 0)
        {
            return;
        }

        step = booting;
        faults.Arm(Fault.None);
        for (int i = 0; i < machine.Early.Count; i++)
        {
            VmAreaRegisterEarly(machine.Early[i], machine.EarlyStart(i));
        }

        VmallocInit();
    }

    /// <summary><c>vm_area_register_early</c>: the next free place, and the head of vmlist.</summary>
    /// <remarks>
    /// Ported; the machine says the place. Fixed mode keeps vmlist sorted, as all its readers
    /// expect.
    /// </remarks>
    [Kernel("vm_area_register_early", "register-early.1", "register-early.2")]
    void VmAreaRegisterEarly(EarlyArea early, ulong addr)
    {
        VmStruct vm = new()
        {
            Addr = addr, Size = early.Size, Flags = early.Flags, Object = -1, IsEarly = true,
            IsOnVmlist = true,
        };
        vmlist.Register(vm, atHead: faithful);
    }

    /// <summary><c>vmalloc_init</c>: a range in the tree for each area on vmlist.</summary>
    /// <remarks>
    /// Ported, without the queues of blocks. Faithful mode leaves private unset, and copies flags
    /// that mean something else there: VM_IOREMAP is VM_LAZY_FREE (B39).
    /// </remarks>
    [Kernel("vmalloc_init", "init.1", "init.2")]
    void VmallocInit()
    {
        for (var at = Vmlist.First; vmlist.IsEntry(at); at = vmlist.Next(at))
        {
            VmStruct vm = vmlist.At(at);
            VmapArea va = KmallocVmapArea(Gfp.Zero, -1)!;
            va.VaStart = vm.Addr;
            va.VaEnd = vm.Addr + vm.Size;
            va.Life = LifeCycle.Initial;
            Import(va, vm);
            InsertVmapAreaInner(va);
            step.Add(EventKind.AreaReserve, va.VaStart, va.VaEnd, va.Object);
            step.Add(new Event(
                EventKind.VmInsert, 0, vm.Object, 0, (Gfp)(uint)vm.Flags, vm.Addr, va.VaEnd,
                vm.Size));
        }

        vmapAreaPcpuHole = machine.End;
    }

    [Kernel("vmalloc_init", "init.2")]
    void Import(VmapArea va, VmStruct vm)
    {
        va.Flags = VmapArea.VmArea | (faithful ? (uint)vm.Flags : 0);
        va.Private = faithful ? null : vm;
        Advance(va, AreaTrigger.List);
        if ((va.Flags & VmapArea.LazyFree) != 0)
        {
            Advance(va, AreaTrigger.Unlist);
            Advance(va, AreaTrigger.Defer);
            AddLazy(va);
        }
    }
}
