// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Model;

/// <summary>The end of an area: <c>__vunmap</c>, <c>vfree</c>, <c>vunmap</c>.</summary>
public sealed partial class Model
{
    /// <summary><c>__vunmap</c>.</summary>
    /// <remarks>
    /// Ported; the debug checks for locks and objects in freed memory do nothing. The pages go
    /// back while translations still lead to them: that is how this era works.
    /// </remarks>
    [Kernel(
        "__vunmap", "vunmap-inner.1", "vunmap-inner.2", "vunmap-inner.3", "vunmap-inner.4",
        "vunmap-inner.5")]
    void VunmapInner(ulong addr, bool deallocatePages)
    {
        if (addr == 0)
        {
            return;
        }

        if ((addr & pageMask) != 0)
        {
            Warn(Splat.BadAddress, addr);
            return;
        }

        if (!deallocatePages && IsRefused(addr))
        {
            return;
        }

        VmStruct? area = RemoveVmArea(addr);
        if (area is null)
        {
            Warn(Splat.NoArea, addr);
            return;
        }

        if (deallocatePages)
        {
            FreePages(area);
            if ((area.Flags & VmFlags.Vpages) != 0)
            {
                Vfree(area.NestedAt);
            }
            else
            {
                Kfree(area.Array);
            }
        }

        Kfree(area);
    }

    [Kernel("__vunmap", "vunmap-inner.4")]
    void FreePages(VmStruct area)
    {
        int[] pages = area.Pages;
        for (int i = 0; i < (int)area.NrPages; i++)
        {
            FreePageInner(pages[i]);
        }
    }

    /// <summary><c>vfree</c>: the block, its pages and their array.</summary>
    /// <remarks>Ported.</remarks>
    [Kernel("vfree", "vfree.1", "vfree.2")]
    void Vfree(ulong addr)
    {
        if (inInterrupt)
        {
            throw new KernelBug("vfree");
        }

        KmemleakFree(addr);
        VunmapInner(addr, deallocatePages: true);
    }

    /// <summary><c>vunmap</c>: the range, but no pages.</summary>
    /// <remarks>Ported. On a block faithful mode leaks pages, array and kmemleak object.</remarks>
    [Kernel("vunmap", "vunmap-call.1")]
    void Vunmap(ulong addr)
    {
        if (inInterrupt)
        {
            throw new KernelBug("vunmap");
        }

        VunmapInner(addr, deallocatePages: false);
    }

    /// <summary>
    /// Fixed mode does not let an area that owns pages go without them: it warns, nothing changes.
    /// </summary>
    bool IsRefused(ulong addr)
    {
        if (faithful || FindOnVmlist(addr) is not { OwnsPages: true })
        {
            return false;
        }

        Warn(Splat.WrongKind, addr);
        return true;
    }
}
