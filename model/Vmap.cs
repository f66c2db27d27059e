// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Model;

/// <summary><c>vmap</c>, and areas whose owner only wants the range or its tables.</summary>
public sealed partial class Model
{
    /// <summary><c>vmap</c>: maps count of the caller's pages; 0 is NULL.</summary>
    /// <remarks>Ported. Faithful mode keeps count's bytes in an unsigned int, too: 2^20 pages are 0.</remarks>
    [Kernel("vmap", "vmap.1", "vmap.2")]
    ulong Vmap(ReadOnlySpan<int> pages, ulong count, VmFlags flags, Pgprot prot)
    {
        if (count > (ulong)machine.TotalRam)
        {
            return 0;
        }

        VmStruct? area = GetVmArea(UnsignedInt(count << machine.PageShift), flags);
        if (area is null)
        {
            return 0;
        }

        VmapArea va = inserted!;
        if (MapVmArea(area, prot, pages, Gfp.Kernel, out _) != 0)
        {
            Vunmap(area.Addr);
            return 0;
        }

        Advance(va, AreaTrigger.Map);
        area.IsRemembered = true;
        return area.Addr;
    }

    /// <summary>
    /// <c>alloc_vm_area</c>: a range with all its tables, guard page included; 0 is NULL.
    /// </summary>
    /// <remarks>Ported; x86-64 has nothing to do for vmalloc_sync_all.</remarks>
    [Kernel("alloc_vm_area", "alloc-area.1")]
    ulong AllocVmArea(ulong size)
    {
        VmStruct? area = GetVmArea(size, VmFlags.Ioremap);
        if (area is null)
        {
            return 0;
        }

        if (ApplyToPageRange(area.Addr, area.Size) != 0)
        {
            FreeVmArea(area);
            return 0;
        }

        return area.Addr;
    }

    /// <summary><c>free_vm_area</c>.</summary>
    /// <remarks>Ported.</remarks>
    [Kernel("free_vm_area", "free-area.1")]
    void FreeVmArea(VmStruct area)
    {
        if (RemoveVmArea(area.Addr) != area)
        {
            throw new KernelBug("free_vm_area");
        }

        Kfree(area);
    }
}
