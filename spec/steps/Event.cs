// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Spec;

/// <summary>What happened, in the order it happened inside a call.</summary>
public enum EventKind : byte
{
    /// <summary>Slab object Id of Bytes taken (Kind: <see cref="SlabKind"/>, Gfp, Node).</summary>
    SlabAlloc,

    /// <summary>The slab had nothing: Kind, Bytes, Gfp, Node.</summary>
    SlabFail,

    /// <summary>Slab object Id of Bytes given back.</summary>
    SlabFree,

    /// <summary>
    /// Frame Id taken (Gfp, Node). Zeroed exactly when Gfp has ZERO. Detail 1: by the same
    /// allocation of a higher order as the one before it.
    /// </summary>
    PageAlloc,
    PageFail,
    PageFree,

    /// <summary>
    /// Table Id of <see cref="TableLevel"/> taken (Gfp) and linked: it covers Address.
    /// </summary>
    TableAlloc,
    TableFail,

    /// <summary>A vmap_area [Address, End) enters the tree; Id is its slab object.</summary>
    AreaReserve,

    /// <summary>The vmap_area that begins at Address waits for the purge.</summary>
    AreaLazy,

    /// <summary>
    /// The vmap_area [Address, End) leaves the tree: the range may be handed out again.
    /// </summary>
    AreaRelease,

    /// <summary>
    /// A vm_struct enters vmlist: Address, Bytes = size, Flags; Id is its slab object.
    /// </summary>
    VmInsert,

    /// <summary>The vm_struct at Address leaves vmlist.</summary>
    VmUnlink,

    /// <summary>vm_struct at Address: flags become Flags.</summary>
    VmFlagsSet,

    /// <summary>vm_struct at Address: nr_pages becomes Bytes.</summary>
    VmPagesCounted,

    /// <summary>
    /// vm_struct at Address: pages array is slab object Id, or (Id -1) the block at End.
    /// </summary>
    VmPagesSet,

    /// <summary>vm_struct at Address: caller becomes Id (<see cref="Caller"/>).</summary>
    VmCallerSet,

    /// <summary>
    /// The translation of page Address becomes (frame Id, Prot); Detail 1: by a huge entry.
    /// </summary>
    PteSet,

    /// <summary>The translation of page Address, to frame Id, is cleared.</summary>
    PteClear,

    /// <summary>TLB entries for [Address, End) are dropped on the CPUs of mask Id.</summary>
    TlbFlush,

    /// <summary>CPU Node loads a TLB entry for page Address: frame Id, Prot.</summary>
    TlbFill,

    /// <summary>CPU Node forgets its entry for page Address to make room.</summary>
    TlbEvict,

    /// <summary>flush_cache_vmap over [Address, End).</summary>
    CacheFlushMap,

    /// <summary>flush_cache_vunmap over [Address, End).</summary>
    CacheFlushUnmap,

    /// <summary>
    /// kmemleak_alloc(Address, Bytes, min_count Id, Gfp); Address 0 is ignored by it.
    /// </summary>
    KmemleakAlloc,

    /// <summary>kmemleak_free(Address) removed an object of Bytes.</summary>
    KmemleakFree,

    /// <summary>kmemleak_free(Address) knew no such object.</summary>
    KmemleakUnknown,

    /// <summary>
    /// kmemleak_free found the object at End that covers the address: nothing removed.
    /// </summary>
    KmemleakAlias,

    /// <summary>An object with this start and end exists: kmemleak is off from here on.</summary>
    KmemleakRefused,

    /// <summary>A scan reports the object at Address as leaked.</summary>
    KmemleakReport,

    /// <summary>Lock Kind (<see cref="KernelLock"/>) taken.</summary>
    Lock,
    Unlock,

    /// <summary>
    /// A warning (<see cref="Splat"/>) about Address; Bytes: its line in mm/vmalloc.c, or 0.
    /// </summary>
    Warn,

    /// <summary>"vmap allocation for size Bytes failed".</summary>
    NoVaSpace,

    /// <summary>Content of frame Id becomes the tag Bytes.</summary>
    FrameWritten,

    /// <summary>
    /// [Address, End) becomes a per-CPU block of CPU Node, for parts that vm_map_ram hands out; Id
    /// is its vmap_block.
    /// </summary>
    VbInsert,

    /// <summary>The block at Address, of vmap_block Id, is a block no more.</summary>
    VbRemove,

    /// <summary>
    /// The block at Address stands on the queue of CPU Node: its free pages may be taken there.
    /// </summary>
    VbQueue,

    /// <summary>The block at Address leaves the queue of CPU Node.</summary>
    VbUnqueue,

    /// <summary>
    /// Pages [Address, End) of a block of CPU Node are handed out, which leaves Id that never were.
    /// </summary>
    VbTake,

    /// <summary>
    /// Pages [Address, End) of a block are dirty, Id of them in all: they were given back, and are
    /// handed out again only when the block is gone.
    /// </summary>
    VbGive,

    /// <summary>
    /// User space is given frame Id; Address: where, in bytes from the beginning of its mapping.
    /// </summary>
    UserInsert,

    /// <summary>
    /// Another task holds vmlist_lock and reads the list; what it sees is the text of the step.
    /// </summary>
    ListRead,
}

/// <summary>Slab caches and size classes as vmalloc uses them.</summary>
public enum SlabKind : byte
{
    /// <summary>vm_struct.</summary>
    Vm,

    /// <summary>vmap_area.</summary>
    Va,

    /// <summary>A pages array of at most one page.</summary>
    Array,

    /// <summary>What a tree keeps for later: no call has to give it back.</summary>
    Other,

    /// <summary>An array of pointers to the areas of a percpu group.</summary>
    Misc,

    /// <summary>The vmap_block of a per-CPU block.</summary>
    VmapBlock,

    /// <summary>A node of the tree of blocks; each CPU keeps some for later.</summary>
    RadixNode,
}

/// <summary>Levels of page tables that are allocated on demand.</summary>
public enum TableLevel : byte
{
    Pud,
    Pmd,
    Pte,

    /// <summary>A table of a process, of its lowest level: it goes with the call.</summary>
    User,
}

/// <summary>Locks of mm/vmalloc.c and of the table walkers.</summary>
public enum KernelLock : byte
{
    VmapArea,
    Vmlist,
    Purge,
    PageTable,

    /// <summary>The lock of one per-CPU block.</summary>
    VmapBlock,

    /// <summary>The lock of a CPU's queue of blocks.</summary>
    VmapBlockQueue,

    /// <summary>vmap_block_tree_lock.</summary>
    VmapBlockTree,

    /// <summary>Preemption is off: get_cpu_var until put_cpu_var.</summary>
    Preemption,
}

/// <summary>Warnings of WARN_ON and WARN, and messages that come with a trace.</summary>
public enum Splat : byte
{
    /// <summary>"Trying to vfree() bad address": not page aligned.</summary>
    BadAddress,

    /// <summary>"Trying to vfree() nonexistent vm area".</summary>
    NoArea,

    /// <summary>A page-table entry was not empty.</summary>
    Occupied,

    /// <summary>A page pointer was NULL.</summary>
    NullPage,

    /// <summary>The call does not fit this kind of area (fixed mode only).</summary>
    WrongKind,

    /// <summary>Any other warning.</summary>
    Other,

    /// <summary>The areas of a percpu group reach further than the whole range.</summary>
    TooLarge,

    /// <summary>"iounmap: bad address": nothing on vmlist begins with its page.</summary>
    BadIounmap,
}

/// <summary>Who is recorded as the caller of an area.</summary>
public enum Caller : byte
{
    None,

    /// <summary>The caller that handed <c>__vmalloc_node</c> its own return address.</summary>
    Direct,

    /// <summary>The call site of any other entry point.</summary>
    Site,

    /// <summary>
    /// <c>pcpu_get_vm_areas</c>, which names itself: an area of a percpu group.
    /// </summary>
    Percpu,
}

/// <summary>
/// One event; which fields mean something is said at its <see cref="EventKind"/>.
/// </summary>
public readonly record struct Event(
    EventKind Kind, byte Detail, int Id, int Node, Gfp Gfp, ulong Address, ulong End, ulong Bytes)
{
    public SlabKind Slab => (SlabKind)Detail;

    public TableLevel Level => (TableLevel)Detail;

    public KernelLock LockKind => (KernelLock)Detail;

    public Splat Splat => (Splat)Detail;

    /// <summary>PageAlloc: no allocation of its own.</summary>
    public bool CameWithAnother => Detail != 0;

    /// <summary>PteSet, TlbFill.</summary>
    public Pgprot Prot => new(Bytes);

    /// <summary>VmInsert, VmFlagsSet.</summary>
    public VmFlags Flags => (VmFlags)(uint)Gfp;
}
