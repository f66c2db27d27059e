// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Spec;

/// <summary>
/// Everything a target can show of its state at rest, gathered by walking its own structures, each
/// list in ascending address order. Independent of events: the ledger is compared with it.
/// </summary>
public sealed class Picture
{
    public List<VmEntry> Vmlist { get; } = [];

    public List<VmapEntry> VmapAreas { get; } = [];

    /// <summary>Blocks of <c>vm_map_ram</c>, if they are shown.</summary>
    public List<VmapBlockEntry> VmapBlocks { get; } = [];

    /// <summary>The walk looks at per-CPU blocks too.</summary>
    public bool ShowsVmapBlocks { get; set; }

    public List<TranslationEntry> Translations { get; } = [];

    public List<TableEntry> Tables { get; } = [];

    public List<TlbEntry> Tlb { get; } = [];

    public List<KmemleakEntry> Kmemleak { get; } = [];

    /// <summary>Live slab objects.</summary>
    public List<ObjectEntry> Objects { get; } = [];

    /// <summary>Frames in use, ascending.</summary>
    public List<int> Frames { get; } = [];

    public Counters Counters { get; set; }

    public bool KmemleakEnabled { get; set; } = true;

    public void Clear()
    {
        Vmlist.Clear();
        VmapAreas.Clear();
        VmapBlocks.Clear();
        Translations.Clear();
        Tables.Clear();
        Tlb.Clear();
        Kmemleak.Clear();
        Objects.Clear();
        Frames.Clear();
        Counters = default;
        KmemleakEnabled = true;
        ShowsVmapBlocks = false;
    }
}

/// <summary>
/// A vmlist entry; Size with guard; NestedAt is the block holding the pages array, ArrayObject the
/// slab object holding it, else 0 and -1.
/// </summary>
public readonly record struct VmEntry(
    ulong Address, ulong Size, VmFlags Flags, uint NrPages, Caller Caller, ulong NestedAt,
    int ArrayObject);

/// <summary>A vmap_area; Flags are the kernel's (LAZY_FREE 1, LAZY_FREEING 2, VM_AREA 4).</summary>
public readonly record struct VmapEntry(ulong Start, ulong End, uint Flags);

/// <summary>
/// A per-CPU block that starts there: pages never handed out, and pages given back; the CPU whose
/// queue it is on, or was on.
/// </summary>
public readonly record struct VmapBlockEntry(
    ulong Start, int Cpu, int Free, int Dirty, bool IsQueued);

/// <summary>A present translation of one page.</summary>
public readonly record struct TranslationEntry(ulong Address, int Frame, Pgprot Prot);

/// <summary>A page-table page: Base is the first address it covers; Id its identity.</summary>
public readonly record struct TableEntry(TableLevel Level, ulong Base, int Id);

/// <summary>An entry in the TLB of a CPU.</summary>
public readonly record struct TlbEntry(int Cpu, ulong Address, int Frame);

/// <summary>A kmemleak object.</summary>
public readonly record struct KmemleakEntry(ulong Address, ulong Size, int MinCount);

/// <summary>A live slab object; Class is its size class in bytes.</summary>
public readonly record struct ObjectEntry(int Id, SlabKind Kind, int Bytes, int Class);
