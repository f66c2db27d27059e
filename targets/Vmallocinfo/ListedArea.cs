// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Targets;

/// <summary>The words `/proc/vmallocinfo` puts behind an area; an area can have many.</summary>
[Flags]
public enum AreaMarks
{
    /// <summary>No word: an area reserved by `get_vm_area` without a type.</summary>
    None = 0,

    /// <summary>Device memory (`VM_IOREMAP`).</summary>
    Ioremap = 1,

    /// <summary>Filled page by page after it was reserved (`VM_SPARSE`, since 6.9).</summary>
    Sparse = 2,

    /// <summary>Memory of `vmalloc` (`VM_ALLOC`).</summary>
    Vmalloc = 4,

    /// <summary>Pages somebody else allocated (`VM_MAP`).</summary>
    Vmap = 8,

    /// <summary>May be mapped into a process (`VM_USERMAP`).</summary>
    User = 16,

    /// <summary>A DMA buffer (`VM_DMA_COHERENT`, since 5.3).</summary>
    DmaCoherent = 32,

    /// <summary>The array of pages itself came from `vmalloc`.</summary>
    Vpages = 64,

    /// <summary>A range or block of `vm_map_ram`; it has no `vm_struct`.</summary>
    VmMapRam = 128,

    /// <summary>Freed but not yet purged (`unpurged vm_area`); it has no `vm_struct`.</summary>
    Unpurged = 256,
}

/// <summary>What the two addresses of a line say.</summary>
public enum AddressKind
{
    /// <summary>True addresses: overlap, order, alignment and length can be judged.</summary>
    Plain,

    /// <summary>Hash values of `%p` (4.15 and later): equal hashes are equal addresses.</summary>
    Hashed,

    /// <summary>Zeros of `%pK`: nothing can be told.</summary>
    Zero,

    /// <summary>`(ptrval)`: printed before the kernel had a key to hash with.</summary>
    Withheld,
}

/// <summary>`N{Node}={Pages}`: that many pages of the area lie on that node.</summary>
public readonly record struct NodeCount(uint Node, ulong Pages);

/// <summary>One area as a line of `/proc/vmallocinfo` shows it.</summary>
/// <param name="Line">The line of the file, from 1.</param>
/// <param name="Addresses">Whether <paramref name="Start"/> and <paramref name="End"/> mean
/// anything.</param>
/// <param name="Start">First address; 0 when the line does not tell.</param>
/// <param name="End">First address behind the area, its guard page included.</param>
/// <param name="SizeBytes">The size column: bytes, guard page included.</param>
/// <param name="Caller">The symbol (or raw address) that asked for the area; null when the line
/// names none.</param>
/// <param name="Module">The module of the caller; null in the kernel proper.</param>
/// <param name="Pages">`pages=`; null when absent, which the kernel means as zero.</param>
/// <param name="Phys">`phys=`; null when absent.</param>
/// <param name="Marks">The type words.</param>
/// <param name="Nodes">`N0=4 N1=4`; empty without NUMA and in half-built areas.</param>
public sealed record ListedArea(
    int Line,
    AddressKind Addresses,
    ulong Start,
    ulong End,
    ulong SizeBytes,
    string? Caller,
    string? Module,
    ulong? Pages,
    ulong? Phys,
    AreaMarks Marks,
    IReadOnlyList<NodeCount> Nodes)
{
    /// <summary>The range as a report prints it; zeros where the file has none.</summary>
    public string Range => $"0x{Start:x16}-0x{End:x16}";

    /// <summary>The type word that decides which rules hold for the area.</summary>
    public LineClass Class =>
        Has(AreaMarks.Unpurged) ? LineClass.Unpurged
        : Has(AreaMarks.VmMapRam) ? LineClass.VmMapRam
        : Has(AreaMarks.Ioremap) ? LineClass.Ioremap
        : Has(AreaMarks.Sparse) ? LineClass.Sparse
        : Has(AreaMarks.Vmalloc) ? LineClass.Vmalloc
        : Has(AreaMarks.Vmap) ? LineClass.Vmap
        : Has(AreaMarks.DmaCoherent) ? LineClass.DmaCoherent
        : Has(AreaMarks.User) ? LineClass.User
        : LineClass.Untyped;

    /// <summary>Whether the line carries the word, or one of several.</summary>
    public bool Has(AreaMarks mark) => (Marks & mark) != AreaMarks.None;
}
