// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Model;

/// <summary><c>ioremap</c> and <c>iounmap</c> of x86: device memory in the range.</summary>
public sealed partial class Model
{
    /// <summary>
    /// <c>__ioremap_caller</c>: the address of a device's byte at physAddr, with all of size bytes
    /// mapped behind it; 0 is NULL.
    /// </summary>
    /// <remarks>
    /// Simplified: no memory types are reserved, and nothing lies in the low ISA range. In 2.6.32
    /// faithful mode does not look at the last page of the range when it looks for memory.
    /// </remarks>
    [Kernel("__ioremap_caller", "ioremap.1", "ioremap.3", "ioremap.4", "ioremap.5")]
    ulong Ioremap(ulong physAddr, ulong size)
    {
        ulong lastAddr = unchecked(physAddr + size - 1);
        if (size == 0 || lastAddr < physAddr)
        {
            return 0;
        }

        if (MeetsRam(physAddr, lastAddr))
        {
            return 0;
        }

        if (lastAddr >= machine.DeviceEnd)
        {
            Warn(Splat.Other, physAddr);
            return 0;
        }

        ulong offset = physAddr & pageMask;
        physAddr -= offset;
        size = machine.PageAlign(lastAddr + 1 - physAddr);
        VmStruct? area = GetVmArea(size, VmFlags.Ioremap);
        if (area is null)
        {
            return 0;
        }

        area.PhysAddr = physAddr;
        VmapArea va = inserted!;
        if (IoremapPageRange(area.Addr, area.Addr + size, physAddr, Pgprot.KernelIo) != 0)
        {
            FreeVmArea(area);
            return 0;
        }

        Advance(va, AreaTrigger.Map);
        area.IsRemembered = true;
        return area.Addr + offset;
    }

    /// <summary>Whether memory lies in the range; all of it lies below the devices.</summary>
    [Kernel("__ioremap_caller", "ioremap.2")]
    bool MeetsRam(ulong physAddr, ulong lastAddr)
    {
        bool misses = faithful && era == Era.V2632;
        return physAddr < machine.DeviceStart
            && !(misses && physAddr >> machine.PageShift == lastAddr >> machine.PageShift);
    }

    /// <summary><c>iounmap</c>: the range of a device's address, wherever in its first page.</summary>
    /// <remarks>Ported. On a block faithful mode leaks pages and array, as vunmap does.</remarks>
    [Kernel("iounmap", "iounmap.1", "iounmap.2", "iounmap.3")]
    void Iounmap(ulong addr)
    {
        if (addr < machine.Start)
        {
            return;
        }

        addr &= ~pageMask;
        Emit(EventKind.Lock, KernelLock.Vmlist);
        VmStruct? area = FindOnVmlist(addr);
        Emit(EventKind.Unlock, KernelLock.Vmlist);
        if (area is null)
        {
            Warn(Splat.BadIounmap, addr);
            return;
        }

        if (!IsRefused(addr))
        {
            FreeVmArea(area);
        }
    }

    /// <summary>
    /// <c>set_iounmap_nonlazy</c>: the next free purges; the counter never is the sum again.
    /// </summary>
    /// <remarks>Ported; from 2.6.37 on.</remarks>
    [Kernel("set_iounmap_nonlazy", "nonlazy.1")]
    void SetIounmapNonlazy() => vmapLazyNr = machine.LazyMax + 1L;
}
