// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Model;

/// <summary>
/// Groups of areas for percpu memory, searched for from the top of the range downwards, so that
/// they stay away from vmalloc, which fills it from below.
/// </summary>
public sealed partial class Model
{
    readonly Dictionary<ulong, PercpuVms> percpuGroups = [];

    /// <summary>
    /// <c>vmap_area_pcpu_hole</c>: no group is looked for above the first range that ends above it.
    /// </summary>
    ulong vmapAreaPcpuHole;

    /// <summary>
    /// <c>pcpu_get_vm_areas</c>: the descriptors of a group, in the order asked for; null when
    /// anything fails, or nothing of it would ever fit.
    /// </summary>
    /// <remarks>
    /// Ported. The array of descriptors stands for its own copy in C. Faithful mode takes a range
    /// of no aligned address for one of nearly all addresses.
    /// </remarks>
    [Kernel("pcpu_get_vm_areas", "pcpu.1", "pcpu.2", "pcpu.3", "pcpu.6", "pcpu.7", "pcpu.8")]
    PercpuVms? PcpuGetVmAreas(ReadOnlySpan<PercpuArea> areas, ulong align, Gfp gfp)
    {
        gfp &= Gfp.ReclaimMask;
        if ((align & pageMask) != 0 || PercpuArea.AreMistaken(areas, align))
        {
            throw new KernelBug("pcpu_get_vm_areas");
        }

        PercpuArea last = areas[PercpuArea.Last(areas)];
        if (!HasPercpuRange(PercpuStart(align), PercpuEnd(align), last.End))
        {
            Warn(Splat.TooLarge, 0);
            return null;
        }

        PercpuVms? vms = KzallocPercpuVms(areas.Length, gfp);
        PercpuVms? vas = KzallocPercpuVms(areas.Length, gfp);
        if (vms is null || vas is null || !AllocPercpuDescriptors(vms, vas, gfp)
            || !ReservePercpu(vas, areas, align))
        {
            FreePercpuDescriptors(vms, vas);
            return null;
        }

        for (int i = 0; i < areas.Length; i++)
        {
            InsertVmallocVm(vms.Vms[i]!, vas.Vas[i]!, VmFlags.Alloc, Caller.Percpu);
        }

        Kfree(vas);
        percpuGroups[vms.Vms[0]!.Addr] = vms;
        return vms;
    }

    /// <summary><c>pcpu_free_vm_areas</c>: the areas in the order asked for, then the array.</summary>
    /// <remarks>Ported.</remarks>
    [Kernel("pcpu_free_vm_areas", "pcpu-free.1")]
    void PcpuFreeVmAreas(PercpuVms vms)
    {
        for (int i = 0; i < vms.Count; i++)
        {
            FreeVmArea(vms.Vms[i]!);
        }

        Kfree(vms);
    }

    /// <summary>Both descriptors of each area, even when the first of the two fails.</summary>
    [Kernel("pcpu_get_vm_areas", "pcpu.2")]
    bool AllocPercpuDescriptors(PercpuVms vms, PercpuVms vas, Gfp gfp)
    {
        for (int i = 0; i < vms.Count; i++)
        {
            vas.Vas[i] = KmallocVmapArea(gfp | Gfp.Zero, -1);
            vms.Vms[i] = KzallocVmStruct(gfp, -1);
            if (vas.Vas[i] is null || vms.Vms[i] is null)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Finds a base, after one purge at most, and takes all ranges at once.</summary>
    [Kernel("pcpu_get_vm_areas", "pcpu.5", "pcpu.6", "pcpu.7")]
    bool ReservePercpu(PercpuVms vas, ReadOnlySpan<PercpuArea> areas, ulong align)
    {
        ulong @base;
        bool purged = false;
        Emit(EventKind.Lock, KernelLock.VmapArea);
        while (!FindPercpuBase(areas, align, out @base))
        {
            Emit(EventKind.Unlock, KernelLock.VmapArea);
            if (purged)
            {
                return false;
            }

            PurgeVmapAreaLazy();
            purged = true;
            Emit(EventKind.Lock, KernelLock.VmapArea);
        }

        for (int i = 0; i < areas.Length; i++)
        {
            VmapArea va = vas.Vas[i]!;
            va.VaStart = InGroup(@base, areas[i].Offset);
            va.VaEnd = InGroup(@base, areas[i].End);
            va.Flags = 0;
            va.Private = null;
            va.Life = LifeCycle.Initial;
            InsertVmapAreaInner(va);
            step.Add(EventKind.AreaReserve, va.VaStart, va.VaEnd, va.Object);
        }

        vmapAreaPcpuHole = InGroup(@base, areas[PercpuArea.Last(areas)].Offset);
        Emit(EventKind.Unlock, KernelLock.VmapArea);
        return true;
    }

    /// <summary>Everything that was had goes back, area by area, then the arrays.</summary>
    [Kernel("pcpu_get_vm_areas", "pcpu.8")]
    void FreePercpuDescriptors(PercpuVms? vms, PercpuVms? vas)
    {
        for (int i = 0; i < (vms ?? vas)?.Count; i++)
        {
            if (vas?.Vas[i] is { } va)
            {
                Kfree(va);
            }

            if (vms?.Vms[i] is { } vm)
            {
                Kfree(vm);
            }
        }

        Kfree(vas);
        Kfree(vms);
    }

    PercpuVms? KzallocPercpuVms(int count, Gfp gfp)
    {
        int bytes = count * machine.PointerBytes;
        if (SlabFails(SlabKind.Misc, (ulong)bytes, gfp | Gfp.Zero, -1))
        {
            return null;
        }

        PercpuVms vms = percpuVms.Take(ref nextObject);
        vms.Zero(count, bytes);
        EmitSlabAlloc(SlabKind.Misc, vms.Object, (ulong)bytes, gfp | Gfp.Zero, -1);
        return vms;
    }

    void Kfree(PercpuVms? vms)
    {
        if (vms is not null)
        {
            EmitSlabFree(SlabKind.Misc, vms.Object, vms.Bytes);
            percpuVms.Give(vms);
        }
    }
}
