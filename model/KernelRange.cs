// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Model;

/// <summary>Mapping for callers that manage their addresses themselves.</summary>
public sealed partial class Model
{
    /// <summary><c>map_kernel_range_noflush</c>: pages mapped, or a negative errno.</summary>
    /// <remarks>Ported.</remarks>
    [Kernel("map_kernel_range_noflush", "kernel-range.1")]
    int MapKernelRangeNoflush(ulong addr, ulong size, Pgprot prot, ReadOnlySpan<int> pages) =>
        VmapPageRangeNoflush(
            addr, UnsignedLong(unchecked(addr + size)), prot, pages, Gfp.Kernel);

    /// <summary><c>unmap_kernel_range_noflush</c>.</summary>
    /// <remarks>Ported.</remarks>
    [Kernel("map_kernel_range_noflush", "kernel-range.2")]
    void UnmapKernelRangeNoflush(ulong addr, ulong size) =>
        VunmapPageRange(addr, UnsignedLong(unchecked(addr + size)));

    /// <summary><c>unmap_kernel_range</c>: nothing is deferred.</summary>
    /// <remarks>Ported.</remarks>
    [Kernel("map_kernel_range_noflush", "kernel-range.2")]
    void UnmapKernelRange(ulong addr, ulong size)
    {
        ulong end = UnsignedLong(unchecked(addr + size));
        step.Add(EventKind.CacheFlushUnmap, addr, end);
        VunmapPageRange(addr, end);
        FlushTlbKernelRange(addr, end);
    }

    /// <summary>
    /// <c>map_vm_area</c>: all of the area but its guard page. 0, or -ENOMEM; moved is how far the
    /// caller's page pointer went.
    /// </summary>
    /// <remarks>Ported.</remarks>
    [Kernel("map_vm_area", "map-area.1", "map-area.2")]
    int MapVmArea(VmStruct area, Pgprot prot, ReadOnlySpan<int> pages, Gfp gfp, out int moved)
    {
        ulong end = UnsignedLong(unchecked(area.Addr + area.Size - pageSize));
        int err = VmapPageRange(area.Addr, end, prot, pages, gfp);
        moved = Math.Max(err, 0);
        return Math.Min(err, 0);
    }
}
