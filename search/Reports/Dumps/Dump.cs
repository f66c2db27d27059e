// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Search;

/// <summary>
/// A picture as a person sees it: page tables in runs, areas with the frames they map, TLBs,
/// kmemleak objects, counters. Addresses are bytes from VMALLOC_START and frames are numbered by
/// first use: an unrelated change gives no difference. <see cref="DumpText"/> writes it,
/// <see cref="DumpReader"/> reads it back.
/// </summary>
public sealed record Dump
{
    /// <summary>Runs of equal entries, ascending, each beginning where the last one ends.</summary>
    public required IReadOnlyList<DumpedRange> Ranges { get; init; }

    /// <summary>
    /// Where the vmalloc range ends: the page behind VMALLOC_END; 0 when no run lies in it.
    /// </summary>
    public required long Extent { get; init; }

    /// <summary>By address, those without a vmap_area behind the others.</summary>
    public required IReadOnlyList<DumpedArea> Areas { get; init; }

    /// <summary>Blocks of <c>vm_map_ram</c>, by address.</summary>
    public IReadOnlyList<DumpedBlock> Blocks { get; init; } = [];

    /// <summary>By CPU, then by address.</summary>
    public required IReadOnlyList<DumpedTlbEntry> Tlb { get; init; }

    /// <summary>By address; null: kmemleak is off.</summary>
    public required IReadOnlyList<DumpedObject>? Kmemleak { get; init; }

    public required DumpedCounters Counters { get; init; }
}

/// <summary>The bits of an entry that a dump shows, where x86-64 has them.</summary>
[Flags]
public enum PteBits : ulong
{
    /// <summary>No entry: a hole.</summary>
    None = 0,
    Present = 1,
    Rw = 1 << 1,
    Us = 1 << 2,
    Pwt = 1 << 3,
    Pcd = 1 << 4,

    /// <summary>PSE above the last level, PAT in it.</summary>
    PsePat = 1 << 7,
    Glb = 1 << 8,
    Nx = 1UL << 63,
}

/// <summary>
/// A run of equal entries. Level 1 to 4 is pgd to pte; a hole has that of the empty entry.
/// </summary>
public readonly record struct DumpedRange(long Start, long End, int Level, PteBits Bits)
{
    public bool IsPresent => Bits != PteBits.None;
}

/// <summary>What a TLB remembers of a page.</summary>
/// <param name="Cpu">Whose TLB.</param>
/// <param name="Address">The page.</param>
/// <param name="Frame">The frame, by its number in the dump.</param>
/// <param name="IsStale">The page tables say otherwise by now.</param>
/// <param name="IsFree">The frame was given back.</param>
public readonly record struct DumpedTlbEntry(
    int Cpu, long Address, int Frame, bool IsStale, bool IsFree)
{
    /// <summary>The frame is a device's.</summary>
    public bool IsOfDevice { get; init; }

    /// <summary>What it leads to: <c>f3</c>, <c>device f3</c>.</summary>
    public string FrameText => $"{(IsOfDevice ? "device " : "")}f{Frame}";
}

/// <summary>A per-CPU block of <c>vm_map_ram</c>.</summary>
/// <param name="Start">Its first page.</param>
/// <param name="Cpu">Whose queue it is on, or was on.</param>
/// <param name="Free">Pages never handed out.</param>
/// <param name="Dirty">Pages given back.</param>
/// <param name="IsQueued">It is on the queue: it has pages to hand out.</param>
public readonly record struct DumpedBlock(long Start, int Cpu, int Free, int Dirty, bool IsQueued)
{
    /// <summary>All but the address, as a dump has it.</summary>
    public string Text =>
        $"cpu {Cpu}  {Free} free, {Dirty} dirty{(IsQueued ? ", queued" : "")}";
}

/// <summary>A kmemleak object, its size in bytes.</summary>
public readonly record struct DumpedObject(long Address, ulong Size, int MinCount);

/// <summary>The figures at the end of a dump.</summary>
/// <param name="LazyPages">vmap_lazy_nr.</param>
/// <param name="Pud">Page tables of that level; null: the hardware has none.</param>
/// <param name="Pmd">Likewise.</param>
/// <param name="Pte">Page tables of the last level.</param>
/// <param name="InUse">Frames that somebody holds.</param>
/// <param name="Mapped">Frames that a translation leads to.</param>
/// <param name="VmStructs">Live slab objects; the next two likewise.</param>
/// <param name="RcuPending">Callbacks that wait for a grace period.</param>
public readonly record struct DumpedCounters(
    long LazyPages, int? Pud, int? Pmd, int Pte, int InUse, int Mapped, int VmStructs,
    int VmapAreas, int PagesArrays, int RcuPending)
{
    /// <summary>Kinds of slab objects that are written where there are some, in that order.</summary>
    internal static readonly string[] RareObjects =
        ["percpu array", "vmap_block", "radix_tree_node", "other object"];

    /// <summary>Arrays of pointers to the areas of a percpu group.</summary>
    public int PercpuArrays { get; init; }

    public int VmapBlocks { get; init; }

    /// <summary>Of the tree of blocks.</summary>
    public int RadixNodes { get; init; }

    /// <summary>What trees and pools of later kernels keep.</summary>
    public int OtherObjects { get; init; }

    /// <summary>How many there are, in the order of <see cref="RareObjects"/>.</summary>
    internal int[] Rare => [PercpuArrays, VmapBlocks, RadixNodes, OtherObjects];

    /// <summary>Levels of tables that the hardware has; 2 to 4 is pud to pte.</summary>
    internal bool HasTables(int level) =>
        level switch { 2 => Pud is not null, 3 => Pmd is not null, _ => true };
}
