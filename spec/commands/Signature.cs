// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Spec;

/// <summary>What a command leaves behind under its name.</summary>
public enum Product : byte
{
    Nothing,

    /// <summary>A block with its own pages (VM_ALLOC).</summary>
    Block,

    /// <summary>A range that maps frames given by the caller (VM_MAP by <c>vmap</c>).</summary>
    Mapping,

    /// <summary>A reserved range without pages, held by its descriptor.</summary>
    Area,

    /// <summary>Page frames of the caller's own.</summary>
    Frames,

    /// <summary>
    /// Pages mapped by <c>vm_map_ram</c>, mostly with others in one area that has no descriptor.
    /// </summary>
    Ram,

    /// <summary>
    /// Areas without guard page, reserved together for percpu memory; the address of the first.
    /// </summary>
    Percpu,

    /// <summary>Device memory mapped by <c>ioremap</c>.</summary>
    Device,
}

/// <summary>One argument of a command, in the order in which it is written.</summary>
public enum Param : byte
{
    Pointer,
    Size,
    Align,
    Gfp,
    Flags,
    Start,
    End,
    Prot,
    Node,
    Pages,
    Count,
    Value,

    /// <summary>A list of <see cref="PercpuArea"/>.</summary>
    Areas,

    /// <summary>A physical address.</summary>
    Phys,
}

/// <summary>
/// The row of a command: its C name, its arguments in order, what it produces, since which era
/// the kernel has it and until which.
/// </summary>
public sealed record Signature(
    CommandKind Kind, string Name, Product Product, Era Since, Param[] Parameters)
{
    /// <summary>The last era that has it.</summary>
    public Era Until { get; init; } = Era.V612;

    /// <summary>The last era in which C takes its mask; since then it is GFP_KERNEL.</summary>
    public Era MaskUntil { get; init; } = Era.V612;

    /// <summary>
    /// The last argument, where a trace leaves it out when it is as usual; null: it says all.
    /// </summary>
    public Param? Optional { get; init; }

    /// <summary>
    /// A hunt decides by draws of its own whether to make it: a seed draws of the other commands
    /// what it drew before there was this one.
    /// </summary>
    public bool IsDrawnApart { get; init; }

    readonly uint taken = Parameters.Aggregate(0u, static (bits, one) => bits | 1u << (int)one);

    static readonly Signature[] rows =
    [
        Row(CommandKind.VmallocNodeInner, "__vmalloc_node", Product.Block, Param.Size, Param.Align, Param.Gfp, Param.Prot, Param.Node),
        Row(CommandKind.VmallocInner, "__vmalloc", Product.Block, Param.Size, Param.Gfp, Param.Prot),
        Row(CommandKind.Vmalloc, "vmalloc", Product.Block, Param.Size),
        Row(CommandKind.VmallocUser, "vmalloc_user", Product.Block, Param.Size),
        Row(CommandKind.VmallocNode, "vmalloc_node", Product.Block, Param.Size, Param.Node),
        Row(CommandKind.VmallocExec, "vmalloc_exec", Product.Block, Param.Size) with { Until = Era.V30 },
        Row(CommandKind.Vmalloc32, "vmalloc_32", Product.Block, Param.Size),
        Row(CommandKind.Vmalloc32User, "vmalloc_32_user", Product.Block, Param.Size),
        Row(CommandKind.Vzalloc, "vzalloc", Product.Block, Param.Size) with { Since = Era.V2637 },
        Row(CommandKind.VzallocNode, "vzalloc_node", Product.Block, Param.Size, Param.Node) with { Since = Era.V2637 },
        Row(CommandKind.VmallocAreaInner, "__vmalloc_area", Product.Block, Param.Pointer, Param.Gfp, Param.Prot) with { Until = Era.V2637 },
        Row(CommandKind.Vfree, "vfree", Product.Nothing, Param.Pointer),
        Row(CommandKind.Vmap, "vmap", Product.Mapping, Param.Pages, Param.Count, Param.Flags, Param.Prot),
        Row(CommandKind.Vunmap, "vunmap", Product.Nothing, Param.Pointer),
        Row(CommandKind.GetVmArea, "get_vm_area", Product.Area, Param.Size, Param.Flags),
        Row(CommandKind.GetVmAreaInner, "__get_vm_area", Product.Area, Param.Size, Param.Flags, Param.Start, Param.End),
        Row(CommandKind.GetVmAreaNode, "get_vm_area_node", Product.Area, Param.Size, Param.Flags, Param.Node, Param.Gfp) with { Until = Era.V2637 },
        Row(CommandKind.AllocVmArea, "alloc_vm_area", Product.Area, Param.Size) with { Until = Era.V30 },
        Row(CommandKind.FreeVmArea, "free_vm_area", Product.Nothing, Param.Pointer),
        Row(CommandKind.RemoveVmArea, "remove_vm_area", Product.Nothing, Param.Pointer),
        Row(CommandKind.MapVmArea, "map_vm_area", Product.Nothing, Param.Pointer, Param.Prot, Param.Pages) with { Until = Era.V30 },
        Row(CommandKind.MapKernelRangeNoflush, "map_kernel_range_noflush", Product.Nothing, Param.Pointer, Param.Size, Param.Prot, Param.Pages),
        Row(CommandKind.UnmapKernelRange, "unmap_kernel_range", Product.Nothing, Param.Pointer, Param.Size),
        Row(CommandKind.UnmapKernelRangeNoflush, "unmap_kernel_range_noflush", Product.Nothing, Param.Pointer, Param.Size),
        Row(CommandKind.VmUnmapAliases, "vm_unmap_aliases", Product.Nothing),
        Row(CommandKind.VmallocToPage, "vmalloc_to_page", Product.Nothing, Param.Pointer),
        Row(CommandKind.Vread, "vread", Product.Nothing, Param.Pointer, Param.Size),
        Row(CommandKind.Vwrite, "vwrite", Product.Nothing, Param.Pointer, Param.Size, Param.Value) with { Until = Era.V30 },
        Row(CommandKind.Vmallocinfo, "vmallocinfo", Product.Nothing),
        Row(CommandKind.VmallocUsage, "vmalloc_usage", Product.Nothing) with { Until = Era.V30 },
        Row(CommandKind.Read, "read", Product.Nothing, Param.Pointer),
        Row(CommandKind.Write, "write", Product.Nothing, Param.Pointer, Param.Value),
        Row(CommandKind.Drop, "drop", Product.Nothing, Param.Pointer) with { Until = Era.V30 },
        Row(CommandKind.KmemleakScan, "kmemleak_scan", Product.Nothing) with { Until = Era.V30 },
        Row(CommandKind.Take, "take", Product.Frames, Param.Count, Param.Node),
        Row(CommandKind.GiveBack, "give_back", Product.Nothing, Param.Pages),
        Row(CommandKind.Interrupt, "interrupt", Product.Nothing, Param.Value),
        Row(CommandKind.Grace, "grace", Product.Nothing),
        Row(CommandKind.VmallocHuge, "vmalloc_huge", Product.Block, Param.Size) with { Since = Era.V61 },
        Row(CommandKind.VmMapRam, "vm_map_ram", Product.Ram, Param.Pages, Param.Node, Param.Prot) with { Optional = Param.Prot },
        Row(CommandKind.VmUnmapRam, "vm_unmap_ram", Product.Nothing, Param.Pointer),
        Row(CommandKind.PcpuGetVmAreas, "pcpu_get_vm_areas", Product.Percpu, Param.Areas, Param.Align, Param.Gfp) with { Until = Era.V30, MaskUntil = Era.V2637, IsDrawnApart = true },
        Row(CommandKind.PcpuFreeVmAreas, "pcpu_free_vm_areas", Product.Nothing, Param.Pointer) with { Until = Era.V30, IsDrawnApart = true },
        Row(CommandKind.FindVmArea, "find_vm_area", Product.Nothing, Param.Pointer) with { Until = Era.V30, IsDrawnApart = true },
        Row(CommandKind.RemapVmallocRange, "remap_vmalloc_range", Product.Nothing, Param.Pointer, Param.Size, Param.Count) with { Until = Era.V30, IsDrawnApart = true },
        Row(CommandKind.Ioremap, "ioremap", Product.Device, Param.Phys, Param.Size) with { Until = Era.V30, IsDrawnApart = true },
        Row(CommandKind.Iounmap, "iounmap", Product.Nothing, Param.Pointer) with { Until = Era.V30, IsDrawnApart = true },
        Row(CommandKind.SetIounmapNonlazy, "set_iounmap_nonlazy", Product.Nothing) with { Since = Era.V2637, Until = Era.V30, IsDrawnApart = true },
        // Add a new command here: a row, its case in the target, its contract.
    ];

    /// <summary>Every row, in the order of <see cref="CommandKind"/>.</summary>
    public static IReadOnlyList<Signature> All => rows;

    public static Signature Of(CommandKind kind) => rows[(int)kind];

    /// <summary>The row of a C name; null when there is none.</summary>
    public static Signature? Find(string name) => Array.Find(rows, row => row.Name == name);

    /// <summary>Whether the kernel of an era has it.</summary>
    public bool IsIn(Era era) => era >= Since && era <= Until;

    public bool Takes(Param parameter) => (taken >> (int)parameter & 1) != 0;

    static Signature Row(
        CommandKind kind, string name, Product product, params Param[] parameters) =>
        new(kind, name, product, Era.V2632, parameters);
}
