// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Model;

/// <summary>
/// Commands whose C function takes a descriptor. A trace has only addresses: the descriptor is the
/// one on vmlist. Without one C would follow a wild pointer; fixed mode warns instead.
/// </summary>
public sealed partial class Model
{
    Outcome VmallocArea(Call call)
    {
        VmStruct? area = FindOnVmlist(call.Address);
        if (area is null || ReservedFrom(call.Address) is not { } va)
        {
            return NoDescriptor("__vmalloc_area", call.Address, Outcome.Pointer(0));
        }

        return IsRefused(call.Address)
            ? Outcome.Pointer(0)
            : Block(VmallocAreaInner(area, va, call.Gfp, call.Prot));
    }

    Outcome FreeArea(ulong addr)
    {
        VmStruct? area = FindOnVmlist(addr);
        if (area is null)
        {
            return NoDescriptor("free_vm_area", addr, Outcome.Void);
        }

        if (!IsRefused(addr))
        {
            FreeVmArea(area);
        }

        return Outcome.Void;
    }

    /// <summary>Its caller has the array of descriptors; a trace the first address.</summary>
    Outcome FreePercpuGroup(ulong addr)
    {
        if (!percpuGroups.Remove(addr, out PercpuVms? vms))
        {
            return NoDescriptor("pcpu_free_vm_areas", addr, Outcome.Void);
        }

        PcpuFreeVmAreas(vms);
        return Outcome.Void;
    }

    /// <summary>Whoever removes an area frees its descriptor, unless that is older than the slab.</summary>
    Outcome RemoveArea(ulong addr)
    {
        VmStruct? area = IsRefused(addr) ? null : RemoveVmArea(addr);
        if (area is null)
        {
            return new Outcome(OutcomeKind.NoPage);
        }

        ulong size = area.Size;
        if (!area.IsEarly)
        {
            Kfree(area);
        }

        return Outcome.Number(unchecked((long)size));
    }

    Outcome MapArea(Call call)
    {
        VmStruct? area = FindOnVmlist(call.Address);
        if (area is null || ReservedFrom(call.Address) is not { } va)
        {
            return NoDescriptor("map_vm_area", call.Address, Outcome.Number(-Errno.ENOMEM));
        }

        int err = MapVmArea(area, call.Prot, call.Pages, Gfp.Kernel, out int moved);
        if (err == 0)
        {
            Advance(va, AreaTrigger.Map);
        }

        return Outcome.Number(err, (ulong)moved);
    }

    Outcome NoDescriptor(string function, ulong addr, Outcome outcome)
    {
        if (faithful)
        {
            throw new KernelBug(function);
        }

        Warn(Splat.NoArea, addr);
        return outcome;
    }

    void Forget(ulong addr)
    {
        if (FindOnVmlist(addr) is { } area)
        {
            area.IsRemembered = false;
        }
    }

    Outcome Block(ulong addr)
    {
        if (built is not null)
        {
            built.IsRemembered = true;
        }

        return Outcome.Pointer(addr);
    }

    static Outcome Area(VmStruct? area)
    {
        if (area is null)
        {
            return Outcome.Pointer(0);
        }

        area.IsRemembered = true;
        return Outcome.Pointer(area.Addr);
    }
}
