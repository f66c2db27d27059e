// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Model;

/// <summary>The allocators: <c>__vmalloc_area_node</c>, <c>__vmalloc_node</c>.</summary>
public sealed partial class Model
{
    /// <summary>
    /// <c>__vmalloc_area_node</c>: pages for an area, and their translations. 0 is NULL, and the
    /// area is gone then.
    /// </summary>
    /// <remarks>Ported.</remarks>
    [Kernel(
        "__vmalloc_area_node",
        "area-node.1", "area-node.2", "area-node.3", "area-node.4", "area-node.5", "area-node.6",
        "area-node.7")]
    ulong VmallocAreaNodeInner(
        VmStruct area, VmapArea va, Gfp gfp, Pgprot prot, int node, Caller caller)
    {
        uint nrPages = (uint)UnsignedInt((area.Size - pageSize) >> machine.PageShift);
        ulong arraySize = UnsignedInt(nrPages * (ulong)machine.PointerBytes);
        area.IsHalfBuilt = !faithful;
        CountPages(area, nrPages);
        Advance(va, AreaTrigger.Count);
        bool hasArray = arraySize > pageSize
            ? NestPagesArray(area, arraySize, gfp, node, caller)
            : AllocPagesArray(area, arraySize, gfp, node);
        area.Caller = caller;
        EmitCaller(area);
        if (!hasArray)
        {
            RemoveVmArea(area.Addr);
            Kfree(area);
            return 0;
        }

        area.ZeroPages((int)nrPages);
        for (uint i = 0; i < nrPages; i++)
        {
            int page = AllocPage(DataPageGfp(gfp), node < 0 ? -1 : node);
            if (page < 0)
            {
                CountPages(area, i);
                Vfree(area.Addr);
                return 0;
            }

            area.SetPage((int)i, page);
        }

        Advance(va, AreaTrigger.Populate);
        if (MapVmArea(area, prot, area.Pages.AsSpan(0, (int)nrPages), gfp, out _) != 0)
        {
            Vfree(area.Addr);
            return 0;
        }

        Advance(va, AreaTrigger.Map);
        area.IsHalfBuilt = false;
        return area.Addr;
    }

    /// <summary><c>__vmalloc_area</c>: fills a range that was reserved before; 0 is NULL.</summary>
    /// <remarks>
    /// Simplified: on failure C reads the size of the freed area for kmemleak; the size from
    /// before is used here, and kmemleak ignores NULL.
    /// </remarks>
    [Kernel("__vmalloc_area", "vmalloc-area.1")]
    ulong VmallocAreaInner(VmStruct area, VmapArea va, Gfp gfp, Pgprot prot)
    {
        ulong size = unchecked(area.Size - pageSize);
        ulong addr = VmallocAreaNodeInner(area, va, gfp, prot, -1, Caller.Site);
        KmemleakAlloc(addr, size, gfp);
        Remember(addr, area);
        return addr;
    }

    /// <summary>
    /// <c>__vmalloc_node</c>: size bytes of virtually contiguous memory; 0 is NULL.
    /// </summary>
    /// <remarks>Ported. Sizes of 0, beyond all memory, or that wrap are refused silently.</remarks>
    [Kernel("__vmalloc_node", "node.1", "node.2", "node.3")]
    ulong VmallocNodeInner(ulong size, ulong align, Gfp gfp, Pgprot prot, int node, Caller caller)
    {
        ulong realSize = size;
        size = machine.PageAlign(size);
        if (size == 0 || size >> machine.PageShift > (ulong)machine.TotalRam)
        {
            return 0;
        }

        VmStruct? area = GetVmAreaNodeInner(
            size, align, VmFlags.Alloc, machine.Start, machine.End, node, gfp, caller);
        if (area is null)
        {
            return 0;
        }

        ulong addr = VmallocAreaNodeInner(area, inserted!, gfp, prot, node, caller);
        KmemleakAlloc(addr, realSize, gfp);
        Remember(addr, area);
        return addr;
    }

    /// <summary>A pages array larger than a page is a block of its own.</summary>
    [Kernel("__vmalloc_area_node", "area-node.2")]
    bool NestPagesArray(VmStruct area, ulong arraySize, Gfp gfp, int node, Caller caller)
    {
        ulong pages = VmallocNodeInner(
            arraySize, 1, NestedGfp(gfp), Pgprot.Kernel, node, caller);
        SetFlags(area, area.Flags | VmFlags.Vpages);
        area.NestedAt = pages;
        built = null;
        if (pages == 0)
        {
            return false;
        }

        step.Add(EventKind.VmPagesSet, area.Addr, pages, -1);
        return true;
    }

    [Kernel("__vmalloc_area_node", "area-node.3")]
    bool AllocPagesArray(VmStruct area, ulong arraySize, Gfp gfp, int node)
    {
        area.Array = KmallocPagesArray(arraySize, (gfp & Gfp.ReclaimMask) | Gfp.Zero, node);
        if (area.Array is null)
        {
            return false;
        }

        step.Add(EventKind.VmPagesSet, area.Addr, id: area.Array.Object);
        return true;
    }

    /// <summary>
    /// The seed hands its zone bits on to the array; 2.6.33 and fixed mode do not.
    /// </summary>
    [Kernel("__vmalloc_area_node", "area-node.2")]
    Gfp NestedGfp(Gfp gfp) => faithful && era < Era.V2637
        ? gfp | Gfp.Zero
        : (gfp & Gfp.ReclaimMask) | Gfp.Zero | Gfp.Highmem;

    /// <summary>
    /// 3.0 lets no page warn of itself: a message of vmalloc's own tells the failure.
    /// </summary>
    /// <remarks>Stubbed: that message is not among the events.</remarks>
    [Kernel("__vmalloc_area_node", "area-node.8")]
    Gfp DataPageGfp(Gfp gfp) => era >= Era.V30 ? gfp | Gfp.Nowarn : gfp;

    void CountPages(VmStruct area, uint nrPages)
    {
        area.NrPages = nrPages;
        step.Add(EventKind.VmPagesCounted, area.Addr, bytes: nrPages);
    }

    /// <summary>The address is on its way to the caller.</summary>
    void Remember(ulong addr, VmStruct area) => built = addr == 0 ? null : area;
}
