// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Spec;

/// <summary>
/// The closed set of commands. A name that exists in the kernel is the kernel's entry point;
/// what each takes and produces is its row in <see cref="Signature"/>.
/// </summary>
public enum CommandKind : byte
{
    VmallocNodeInner,
    VmallocInner,
    Vmalloc,
    VmallocUser,
    VmallocNode,
    VmallocExec,
    Vmalloc32,
    Vmalloc32User,
    Vzalloc,
    VzallocNode,
    VmallocAreaInner,
    Vfree,
    Vmap,
    Vunmap,
    GetVmArea,
    GetVmAreaInner,
    GetVmAreaNode,
    AllocVmArea,
    FreeVmArea,
    RemoveVmArea,
    MapVmArea,
    MapKernelRangeNoflush,
    UnmapKernelRange,
    UnmapKernelRangeNoflush,
    VmUnmapAliases,
    VmallocToPage,
    Vread,
    Vwrite,
    Vmallocinfo,
    VmallocUsage,

    /// <summary>Loads a byte at an address through the MMU of a CPU.</summary>
    Read,

    /// <summary>Fills the page of an address with a byte, through the MMU of a CPU.</summary>
    Write,

    /// <summary>Drops the outside reference to a block: nobody remembers its address.</summary>
    Drop,
    KmemleakScan,

    /// <summary>The caller takes page frames of its own.</summary>
    Take,

    /// <summary>The caller gives its frames back.</summary>
    GiveBack,

    /// <summary>Enters or leaves interrupt context.</summary>
    Interrupt,

    /// <summary>A grace period ends: queued RCU callbacks run.</summary>
    Grace,

    VmallocHuge,

    /// <summary>Its protection is 2.6.32's; kernels from 5.8 on know PAGE_KERNEL only.</summary>
    VmMapRam,

    /// <summary>With the count of pages that <c>vm_map_ram</c> was given.</summary>
    VmUnmapRam,

    /// <summary>Reserves a group of areas that keep their distances to each other.</summary>
    PcpuGetVmAreas,

    /// <summary>With the number of areas that <c>pcpu_get_vm_areas</c> was asked for.</summary>
    PcpuFreeVmAreas,

    /// <summary>The size and flags of the descriptor behind an address.</summary>
    FindVmArea,

    /// <summary>
    /// Gives Size bytes of an area to a fresh user mapping, from page Count of the area on. The
    /// process goes when the call is over.
    /// </summary>
    RemapVmallocRange,

    /// <summary>Maps the physical addresses from Phys on, which must be a device's.</summary>
    Ioremap,
    Iounmap,

    /// <summary>Lets the next free purge: the lazy counter is set above the mark.</summary>
    SetIounmapNonlazy,
}
