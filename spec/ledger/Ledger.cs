// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Spec;

/// <summary>
/// What must be true of a target's state, derived from nothing but the events it reports: areas,
/// translations, frames with their owners, objects, tables, TLBs. Laws read it.
/// </summary>
public sealed partial class Ledger
{
    readonly Stack<Area> spareAreas = [];
    readonly List<Area> gone = [];
    readonly List<Area> touchedAreas = [];
    readonly List<Frame> touchedFrames = [];
    readonly List<ulong> touchedPages = [];
    readonly List<ulong> unflushed = [];
    readonly List<ulong> scratch = [];
    readonly List<Frame> usedFrames = [];
    readonly Dictionary<(TableLevel, ulong), int> tables = [];
    readonly List<(TableLevel Level, ulong Base)> touchedTables = [];
    readonly List<TlbEntry> tlb = [];
    readonly int[] locks = new int[(int)KernelLock.Preemption + 1];

    /// <summary>The table asked for last, per level: neighbours share it.</summary>
    readonly (ulong Base, int Links)[] lastTables = new (ulong, int)[3];

    /// <summary>Bits of an address that a table of each level does not translate.</summary>
    readonly ulong[] tableMasks = new ulong[3];
    readonly List<ulong> reported = [];
    readonly Dictionary<ulong, int> pendingVa = [];
    ITarget? target;
    Frame[] frames = [];
    int[] freeOfNode = [];
    SlabObject[] objects = new SlabObject[64];
    int objectsEnd;
    Area? lastArea;
    Area? filling;
    uint allCpus;
    ulong longMask;

    struct SlabObject
    {
        public int Owners;
        public int Step;
        public SlabKind Kind;
        public ulong Bytes;
        public ulong Address;
        public ulong End;
    }

    public Machine Machine { get; private set; } = null!;

    public Profile Profile { get; private set; } = null!;

    /// <summary>The step being judged.</summary>
    public Step Step { get; private set; } = null!;

    /// <summary>
    /// Index of the first event of the step that is about something that does not exist, or twice;
    /// -1: there is none.
    /// </summary>
    internal int FirstStray { get; private set; } = -1;

    /// <summary>What that step did, in figures.</summary>
    public Tally Tally { get; } = new();

    public AreaIndex Areas { get; } = new();

    public TranslationMap Translations { get; } = new();

    /// <summary>Pages of all lazily freed areas.</summary>
    public ulong LazyPages { get; private set; }

    /// <summary>
    /// What <c>set_iounmap_nonlazy</c> once made of vmap_lazy_nr beyond the pages that wait.
    /// </summary>
    public long LazySurplus { get; private set; }

    /// <summary>The lazy counter as the kernel has it: it is above the mark when it purges.</summary>
    public ulong LazyCount => unchecked(LazyPages + (ulong)LazySurplus);

    /// <summary>Areas on vmlist.</summary>
    public int LiveAreas { get; private set; }

    public int FramesOwned { get; private set; }

    /// <summary>Live slab objects.</summary>
    public int ObjectsLive { get; private set; }

    /// <summary>Those of them that no call has to give back.</summary>
    public int OtherObjectsLive { get; private set; }

    /// <summary>Nodes of the tree of per-CPU blocks, and those that CPUs keep for it.</summary>
    public int RadixNodesLive { get; private set; }

    /// <summary>Present translations, of live and lazily freed areas.</summary>
    public int TranslationsPresent { get; private set; }

    /// <summary>Page-table pages linked so far; they are never freed.</summary>
    public int TablesLinked { get; private set; }

    /// <summary>Objects that kmemleak holds by the events.</summary>
    public int KmemleakObjects { get; private set; }

    /// <summary>False from the moment kmemleak refused a registration.</summary>
    public bool KmemleakEnabled { get; private set; }

    /// <summary>kmemleak objects at addresses where no area begins.</summary>
    public int KmemleakStrays { get; private set; }

    public bool InInterrupt { get; private set; }

    /// <summary>
    /// The live area the call was about, as it was before the call; null if there was none.
    /// </summary>
    public Area? Subject { get; private set; }

    /// <summary>
    /// Pages that a correct free of <see cref="Subject"/> gives back, nested arrays included.
    /// </summary>
    public int SubjectFrames { get; private set; }

    /// <summary>
    /// Slab objects (vm_struct and arrays) of <see cref="Subject"/> and its nested arrays.
    /// </summary>
    public int SubjectObjects { get; private set; }

    /// <summary>What the call asks for, when it produces a block.</summary>
    public Asked Asked => asked;

    /// <summary>The node the call asks for; -1 when any will do.</summary>
    public int CallNode => callNode;

    /// <summary>The area this call returned; null if none.</summary>
    public Area? Result { get; private set; }

    /// <summary>How the call stood with the law before it was made.</summary>
    public Legality Legality { get; internal set; }

    /// <summary>
    /// Which kinds of events the step had: one bit each, and <see cref="Upon.Anything"/>.
    /// </summary>
    internal ulong Happened { get; private set; }

    /// <summary>Areas that the step made, changed, freed or looked for.</summary>
    public List<Area> TouchedAreas => touchedAreas;

    internal List<Frame> TouchedFrames => touchedFrames;

    internal List<ulong> TouchedPages => touchedPages;

    internal List<(TableLevel Level, ulong Base)> TouchedTables => touchedTables;

    internal List<Frame> UsedFrames => usedFrames;

    /// <summary>TLB entries of all CPUs.</summary>
    public List<TlbEntry> Tlb => tlb;

    /// <summary>vmap_areas of released ranges that wait for a grace period.</summary>
    public int VaPending => pendingVa.Count;

    /// <summary>Addresses that the last scan reported, ascending.</summary>
    public List<ulong> Reported => reported;

    /// <summary>Whether the last scan reported the block at this address.</summary>
    public bool WasReported(ulong address) => reported.Contains(address);

    /// <summary>Starts over on the machine and profile of a freshly booted target.</summary>
    /// <param name="booted">The target.</param>
    /// <param name="machine">The machine it booted.</param>
    /// <param name="mode">Whether known defects are excused.</param>
    public void Boot(ITarget booted, Machine machine, DefectMode mode)
    {
        target = booted;
        Profile = booted.Profile.In(mode);
        Machine = machine;
        ClearBlocks();
        foreach (Area area in Areas.All())
        {
            spareAreas.Push(area);
        }

        Areas.Clear();
        ForgetGone();
        Translations.Clear(machine.PageShift, machine.Start, machine.End);
        ClearFrames(machine);
        Array.Clear(objects, 0, objectsEnd);
        Array.Clear(locks);
        longMask = machine.LongMask;
        ClearTables(machine);
        tlb.Clear();
        unflushed.Clear();
        reported.Clear();
        pendingVa.Clear();
        ram.Clear();
        ramInUse = 0;
        objectsEnd = LiveAreas = FramesOwned = ObjectsLive = KmemleakStrays = 0;
        OtherObjectsLive = RadixNodesLive = 0;
        TranslationsPresent = TablesLinked = KmemleakObjects = 0;
        LazyPages = nextPercpuHole = 0;
        percpuHole = machine.End;
        LazySurplus = 0;
        KmemleakEnabled = true;
        InInterrupt = false;
        lastArea = filling = Subject = Result = null;
        allCpus = machine.Online == 32 ? uint.MaxValue : (1u << machine.Online) - 1;
    }

    public Frame Frame(int number) => frames[number];

    /// <summary>Whether a number is one of the machine's frames of memory.</summary>
    public bool HasFrame(int number) => number >= 0 && number < Machine.Frames;

    /// <summary>What the target says a frame holds.</summary>
    public ulong Observed(Frame frame) => target!.Content(frame.Number);

    /// <summary>The area whose range holds the address; null when none does.</summary>
    public Area? AreaAt(ulong address)
    {
        if (lastArea is { } last && last.State != AreaState.Gone
            && address >= last.Start && address < last.End)
        {
            return last;
        }

        Area? area = Areas.AtOrBelow(address);
        if (area is null || address >= area.End)
        {
            return null;
        }

        lastArea = area;
        return area;
    }

    /// <summary>The area that begins at the address, live or lazy; null when none does.</summary>
    public Area? AreaFrom(ulong address) => AreaAt(address) is { } area && area.Start == address
        ? area : null;

    /// <summary>Bytes of an array of so many pointers.</summary>
    public ulong ArrayBytes(ulong nrPages) => nrPages * (ulong)Machine.PointerBytes;

    /// <summary>
    /// Whether the table that holds the translation of an address is linked, once. A level that is
    /// folded needs none.
    /// </summary>
    public bool IsReachable(TableLevel level, ulong address)
    {
        ulong start = BaseOf(level, address);
        ref (ulong Base, int Links) seen = ref lastTables[(int)level];
        if (seen.Base != start)
        {
            seen = (start, tables.GetValueOrDefault((level, start)));
        }

        return seen.Links == 1;
    }

    /// <summary>First address that a table of a level covers together with the given one.</summary>
    public ulong BaseOf(TableLevel level, ulong address) => address & tableMasks[(int)level];

    /// <summary>Times a lock is held now.</summary>
    public int Held(KernelLock kind) => locks[(int)kind];

    /// <summary>Locks held now, each as often as it is held.</summary>
    public int LocksHeld => locks.Sum();

    /// <summary>
    /// Whether a hole of this size exists, by the placement rule of 2.6.28 to 3.0: upwards, behind
    /// a lower area with an extra page where the profile says so, none below a higher one.
    /// </summary>
    public bool HasHole(ulong size, ulong align, ulong start, ulong end) =>
        LowestHole(size, align, start, end) is not null;

    /// <summary>Where that rule places it; null when no hole is large enough.</summary>
    internal ulong? LowestHole(ulong size, ulong align, ulong start, ulong end)
    {
        ulong gap = Profile.LeavesAGap ? Machine.PageSize : 0;
        ulong at = RoundUp(start, align);
        foreach (Area area in Areas.All())
        {
            if (area.End < at)
            {
                continue;
            }

            if (!Fits(at, size, end) || Fits(at, size, area.Start))
            {
                break;
            }

            at = RoundUp(area.End + gap, align);
        }

        return Fits(at, size, end) ? at : null;
    }

    /// <summary>
    /// Kernel pointers into a block that are not its own, which a scan takes for references: the
    /// end of the range just below, and vmap_areas of earlier ranges that wait for RCU.
    /// </summary>
    public int FakeReferences(Area block)
    {
        int references = Areas.Before(block)?.End == block.Start ? 1 : 0;
        foreach ((ulong address, int count) in pendingVa)
        {
            bool hits = address >= block.Start && address - block.Start < block.KmemleakSize;
            references += hits ? count : 0;
        }

        return references;
    }

    static bool Fits(ulong at, ulong size, ulong end) => at <= end && size <= end - at;

    static ulong RoundUp(ulong value, ulong align) =>
        unchecked((value + align - 1) & ~(align - 1));

    void ClearTables(Machine machine)
    {
        tables.Clear();
        for (TableLevel level = 0; level <= TableLevel.Pte; level++)
        {
            int shift = machine.PageShift + machine.Levels.Reach(level);
            bool isFolded = machine.Levels.IsFolded(level);
            tableMasks[(int)level] = isFolded || shift >= 64 ? 0 : ulong.MaxValue << shift;
            lastTables[(int)level] = isFolded ? (0UL, 1) : (1UL, 0);
        }
    }

    void ClearFrames(Machine machine)
    {
        int memory = machine.Frames;
        foreach (Frame frame in usedFrames)
        {
            frame.Reset(isDevice: frame.Number >= memory && IsMappable(frame.Number));
        }

        usedFrames.Clear();
        if (memory != firstDevice)
        {
            MoveDevices(memory);
        }

        if (freeOfNode.Length != machine.Nodes)
        {
            freeOfNode = new int[machine.Nodes];
        }

        for (int node = 0; node < machine.Nodes; node++)
        {
            freeOfNode[node] = FramesBelow(node + 1, machine) - FramesBelow(node, machine);
        }
    }

    /// <summary>Frames of all nodes below one: the inverse of f * Nodes / Frames.</summary>
    static int FramesBelow(int node, Machine machine) =>
        (int)(((long)node * machine.Frames + machine.Nodes - 1) / machine.Nodes);

    void ForgetGone()
    {
        foreach (Area area in gone)
        {
            spareAreas.Push(area);
        }

        gone.Clear();
    }
}
