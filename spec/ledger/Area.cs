// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Spec;

/// <summary>Where a range is between its reservation and its reuse.</summary>
public enum AreaState : byte
{
    /// <summary>Given back: the addresses may be handed out again.</summary>
    Gone,

    /// <summary>
    /// A vmap_area in the tree that waits for its vm_struct, or, for vm_map_ram, never gets one.
    /// </summary>
    Reserved,

    /// <summary>On vmlist.</summary>
    Live,

    /// <summary>Off vmlist, not yet queued for the purge.</summary>
    Unlinked,

    /// <summary>Freed, waiting for the purge; its range is still taken.</summary>
    Lazy,
}

/// <summary>A range of kernel addresses, as the ledger knows it from events.</summary>
public sealed class Area
{
    const ulong MostFrames = 1 << 22;

    int[] frames = [];

    /// <summary>First address.</summary>
    public ulong Start { get; internal set; }

    /// <summary>First address behind the range, guard page included.</summary>
    public ulong End { get; internal set; }

    public AreaState State { get; internal set; }

    public bool IsLive => State == AreaState.Live;

    /// <summary>It has pages of its own: a returned block, or the pages array of one.</summary>
    public bool HoldsMemory => Product == Product.Block || Owner is not null;

    /// <summary>
    /// Its pages are counted, but not all of them are there and mapped: a call is at it.
    /// </summary>
    public bool IsHalfBuilt => NrPages > 0 && !HoldsMemory;

    /// <summary>Pages of the range, guard page included.</summary>
    public ulong Pages { get; internal set; }

    /// <summary>vm_struct.size in bytes, with guard; 0: it never had a vm_struct.</summary>
    public ulong VmSize { get; internal set; }

    /// <summary>It has a vm_struct, or had one while it lived.</summary>
    public bool HadDescriptor => VmSize != 0;

    public VmFlags Flags { get; internal set; }

    public Caller Caller { get; internal set; }

    /// <summary>vm_struct.nr_pages as last stored.</summary>
    public ulong NrPages { get; internal set; }

    /// <summary>What it is as a per-CPU block of vm_map_ram; null: it is none.</summary>
    public VmapBlock? Block { get; internal set; }

    /// <summary>Slab object ids of vmap_area, vm_struct and pages array; -1: none.</summary>
    public int VaObject { get; internal set; }

    /// <inheritdoc cref="VaObject"/>
    public int VmObject { get; internal set; }

    /// <inheritdoc cref="VaObject"/>
    public int ArrayObject { get; internal set; }

    /// <summary>
    /// Bytes asked of the slab for the pages array; 0: the slab does not hold it.
    /// </summary>
    public ulong ArrayBytes { get; internal set; }

    /// <summary>
    /// The area that holds this area's pages array; null: the slab does, or none.
    /// </summary>
    public Area? Nested { get; internal set; }

    /// <summary>The area whose pages array lies here; null for an area of its own.</summary>
    public Area? Owner { get; internal set; }

    /// <summary>
    /// What the call that returned it produced; Nothing while it is not returned.
    /// </summary>
    public Product Product { get; internal set; }

    /// <summary>What the caller asked for; for a nested array what its owner needs.</summary>
    public Asked Asked { get; internal set; }

    /// <summary>
    /// Reserved as an area and filled by __vmalloc_area: its flags are its maker's.
    /// </summary>
    public bool WasFilledLater { get; internal set; }

    /// <summary>Step that reserved it.</summary>
    public int CreatedIn { get; internal set; }

    /// <summary>Present translations in [Start, End).</summary>
    public int Present { get; internal set; }

    /// <summary>Pages whose translation was cleared and not yet flushed from every TLB.</summary>
    public int Unflushed { get; internal set; }

    /// <summary>Translations elsewhere into frames that this area owns.</summary>
    public int Aliases { get; internal set; }

    /// <summary>Frames taken for this area and not given back.</summary>
    public int OwnedFrames { get; internal set; }

    /// <summary>The physical address that <c>ioremap</c> was asked for, by pages.</summary>
    public ulong Phys { get; internal set; }

    /// <summary>The user still remembers the address.</summary>
    public bool OutsideReference { get; internal set; }

    /// <summary>kmemleak objects at Start, and bytes and min_count of the last one.</summary>
    public int KmemleakObjects { get; internal set; }

    /// <inheritdoc cref="KmemleakObjects"/>
    public ulong KmemleakSize { get; internal set; }

    /// <inheritdoc cref="KmemleakObjects"/>
    public int KmemleakCount { get; internal set; }

    /// <summary>
    /// Its range still had translations, or TLBs were not flushed, when handed out.
    /// </summary>
    public bool HandedOutStale { get; internal set; }

    /// <summary>It left the tree with translations present or TLBs not flushed.</summary>
    public bool ReleasedStale { get; internal set; }

    /// <summary>Its last page is never mapped. Areas of percpu memory are used to the end.</summary>
    public bool HasGuard => Product != Product.Percpu && !IsEarly;

    /// <summary>Registered before boot: its descriptor is no object of the slab.</summary>
    public bool IsEarly { get; internal set; }

    /// <summary>It left the tree while it was on vmlist.</summary>
    public bool ReleasedLive { get; internal set; }

    /// <summary>The next area of its percpu group, in the order asked for; null: the last.</summary>
    public Area? NextOfGroup { get; internal set; }

    /// <summary>First address that its owner must not map.</summary>
    public ulong DataEnd(ulong pageSize) => HasGuard ? GuardPage(pageSize) : End;

    /// <summary>Address of the last page of the range.</summary>
    public ulong GuardPage(ulong pageSize) => unchecked(End - pageSize);

    internal int TouchedIn { get; set; }

    /// <summary>Frame given to page i when it was mapped; -1: none.</summary>
    public int FrameAt(ulong page) => page < (ulong)frames.Length ? frames[page] : -1;

    /// <summary>
    /// Whether page i was given this frame; beyond 4 Mi pages nothing is remembered.
    /// </summary>
    public bool WasGiven(ulong page, int frame) => page >= MostFrames || FrameAt(page) == frame;

    /// <summary>
    /// Forgets a relative that leaves the tree; its record will serve another range.
    /// </summary>
    internal void Orphan(Area relative)
    {
        Nested = Nested == relative ? null : Nested;
        Owner = Owner == relative ? null : Owner;
    }

    internal void SetFlags(VmFlags flags) => Flags = flags;

    internal void SetNrPages(ulong nrPages) => NrPages = nrPages;

    internal void SetCaller(Caller caller) => Caller = caller;

    internal void SetFrame(ulong page, int frame)
    {
        if (page >= MostFrames)
        {
            return;
        }

        if (page >= (ulong)frames.Length)
        {
            int old = frames.Length;
            Array.Resize(ref frames, (int)Math.Max(page + 1, (ulong)old * 2));
            Array.Fill(frames, -1, old, frames.Length - old);
        }

        frames[page] = frame;
    }

    internal void Reset(ulong start, ulong end, ulong pages, int step)
    {
        Start = start;
        End = end;
        Pages = pages;
        State = AreaState.Reserved;
        VmSize = Phys = NrPages = KmemleakSize = ArrayBytes = 0;
        Flags = VmFlags.None;
        Caller = Caller.None;
        VaObject = VmObject = ArrayObject = -1;
        Nested = Owner = NextOfGroup = null;
        Product = Product.Nothing;
        Asked = default;
        CreatedIn = step;
        Present = Unflushed = Aliases = OwnedFrames = KmemleakObjects = KmemleakCount = 0;
        OutsideReference = WasFilledLater = HandedOutStale = ReleasedStale = false;
        IsEarly = ReleasedLive = false;
        TouchedIn = -1;
        Array.Fill(frames, -1);
    }
}
