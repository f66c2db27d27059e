// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Model;

/// <summary>The exported allocators: which gfp, protection and alignment each stands for.</summary>
/// <remarks>Ported.</remarks>
public sealed partial class Model
{
    const Gfp KernelHighmem = Gfp.Kernel | Gfp.Highmem;

    /// <summary><c>__vmalloc</c>.</summary>
    [Kernel("vmalloc", "wrappers.1")]
    ulong VmallocInner(ulong size, Gfp gfp, Pgprot prot) =>
        VmallocNodeInner(size, 1, gfp, prot, -1, Caller.Site);

    /// <summary><c>vmalloc</c>.</summary>
    [Kernel("vmalloc", "wrappers.1")]
    ulong Vmalloc(ulong size) => VmallocInner(size, KernelHighmem, Pgprot.Kernel);

    /// <summary><c>vzalloc</c> and <c>vzalloc_node</c>, from 2.6.37 on.</summary>
    [Kernel("vmalloc", "wrappers.1")]
    ulong VzallocNode(ulong size, int node) => VmallocNodeInner(
        size, 1, KernelHighmem | Gfp.Zero, Pgprot.Kernel, node, Caller.Site);

    /// <summary>
    /// <c>vmalloc_user</c>: zeroed, at a multiple of SHMLBA, may be mapped to users.
    /// </summary>
    [Kernel("vmalloc", "wrappers.1")]
    ulong VmallocUser(ulong size) => MarkUser(VmallocNodeInner(
        size, machine.Shmlba, KernelHighmem | Gfp.Zero, Pgprot.Kernel, -1, Caller.Site));

    /// <summary><c>vmalloc_node</c>.</summary>
    [Kernel("vmalloc", "wrappers.1")]
    ulong VmallocNode(ulong size, int node) =>
        VmallocNodeInner(size, 1, KernelHighmem, Pgprot.Kernel, node, Caller.Site);

    /// <summary><c>vmalloc_exec</c>.</summary>
    [Kernel("vmalloc", "wrappers.1")]
    ulong VmallocExec(ulong size) => VmallocInner(size, KernelHighmem, Pgprot.KernelExec);

    /// <summary><c>vmalloc_32</c>: memory a 32-bit device can reach.</summary>
    [Kernel("vmalloc", "wrappers.1")]
    ulong Vmalloc32(ulong size) => VmallocInner(size, Vmalloc32Gfp, Pgprot.Kernel);

    /// <summary>
    /// <c>vmalloc_32_user</c>: zeroed, but without the alignment of vmalloc_user.
    /// </summary>
    [Kernel("vmalloc", "wrappers.1", "wrappers.2")]
    ulong Vmalloc32User(ulong size) =>
        MarkUser(VmallocInner(size, Vmalloc32Gfp | Gfp.Zero, Pgprot.Kernel));

    [Kernel("vmalloc", "wrappers.1")]
    Gfp Vmalloc32Gfp => machine.LongBits < 64 ? Gfp.Kernel
        : (machine.Dma32 ? Gfp.Dma32 : Gfp.Dma) | Gfp.Kernel;

    [Kernel("vmalloc", "wrappers.2")]
    ulong MarkUser(ulong addr)
    {
        if (addr != 0 && FindVmArea(addr) is { } area)
        {
            SetFlags(area, area.Flags | VmFlags.Usermap);
        }

        return addr;
    }
}
