// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Spec;

public sealed partial class Ledger
{
    readonly Stack<VmapBlock> spareBlocks = [];
    readonly List<ulong> dirtyPages = [];

    /// <summary>By the step before: what was given back before it is of no further interest.</summary>
    bool wereAliasesUnmapped;

    /// <summary>Blocks in their tree.</summary>
    public int VmapBlocks { get; private set; }

    /// <summary>Blocks in their tree of which nothing is handed out.</summary>
    public int IdleBlocks { get; private set; }

    /// <summary>vmap_blocks out of the tree that wait for a grace period.</summary>
    public int BlocksPending { get; private set; }

    /// <summary>The pages of a block that the call took first: [start, end); none is empty.</summary>
    public (ulong Start, ulong End, int Cpu) Part { get; private set; }

    /// <summary>Pages given back since the last vm_unmap_aliases, before the call.</summary>
    public int DirtyPages { get; private set; }

    /// <summary>Some per-CPU block is in the tree, or memory of vm_map_ram is in use.</summary>
    public bool HasBlocks => VmapBlocks > 0 || ramInUse > 0;

    /// <summary>The range that the call reserved first still stands, and is no block.</summary>
    public bool LeavesABareArea => primary is { State: AreaState.Reserved, Block: null };

    /// <summary>
    /// Whether a page lies in what <c>vm_map_ram</c> handed out and nobody gave back.
    /// </summary>
    public bool IsHandedOut(ulong address) => AreaAt(address) is { State: AreaState.Reserved } area
        && (area.Block is { } block
            ? block.IsHandedOut((address - area.Start) >> Machine.PageShift)
            : RamPages(area.Start) > 0);

    /// <summary>Whether vm_map_ram mapped a page, and nobody gave it back.</summary>
    public bool IsRamInUse(ulong address) => IsHandedOut(address)
        && (AreaAt(address) is not { Block: { } block } area
            || block.IsInUse((address - area.Start) >> Machine.PageShift));

    /// <summary>
    /// Whether a page belongs to a part of a block that was given back, and the block stands.
    /// </summary>
    public bool IsGivenBack(ulong address) =>
        AreaAt(address)?.Block is { IsGone: false } && IsDirty(address);

    /// <summary>
    /// The first page that was given back and has a translation still, or may be in a TLB; what
    /// <c>vm_unmap_aliases</c> has to end. Null: there is none.
    /// </summary>
    public Mapped? StaleRam()
    {
        foreach (ulong page in dirtyPages)
        {
            Translation translation = Translations.Get(page);
            if (IsDirty(page) && (translation.IsPresent || translation.IsUnflushed))
            {
                return new Mapped { Address = page, Translation = translation };
            }
        }

        return null;
    }

    /// <summary>Whether a page belongs to a part of a block that was given back.</summary>
    bool IsDirty(ulong page) => AreaAt(page) is { Block: { } block } area
        && block.IsDirty((page - area.Start) >> Machine.PageShift);

    void ClearBlocks()
    {
        foreach (Area area in Areas.All())
        {
            DropBlock(area);
        }

        Array.Clear(newest);
        dirtyPages.Clear();
        VmapBlocks = IdleBlocks = BlocksPending = DirtyPages = 0;
        wereAliasesUnmapped = false;
    }

    void BeginBlocks()
    {
        if (wereAliasesUnmapped)
        {
            dirtyPages.Clear();
        }

        wereAliasesUnmapped = Step.Call.Kind == CommandKind.VmUnmapAliases;
        Part = default;
        DirtyPages = dirtyPages.Count;
    }

    void FoldBlock(in Event e)
    {
        Touch(e.Kind is EventKind.VbTake or EventKind.VbGive ? AreaAt(e.Address)?.Start ?? 0
            : e.Address, out Area? area);
        if (e.Kind == EventKind.VbInsert)
        {
            VbInsert(in e, area);
            return;
        }

        if (area?.Block is not { IsGone: false } block)
        {
            Tally.Strays += area is null ? 0 : 1;
            return;
        }

        int wasIdle = block.IsIdle ? 1 : 0;
        switch (e.Kind)
        {
            case EventKind.VbRemove: VbRemove(in e, area, block); break;
            case EventKind.VbQueue:
                block.QueueMistakes += block.QueuedOn < 0 ? 0 : 1;
                Unqueue(block);
                Queue(block, e.Node);
                break;
            case EventKind.VbUnqueue:
                block.QueueMistakes += block.QueuedOn == e.Node ? 0 : 1;
                Unqueue(block);
                break;
            case EventKind.VbTake: VbTake(in e, area, block); break;
            default: VbGive(in e, area, block); break;
        }

        IdleBlocks += (block is { IsIdle: true, IsGone: false } ? 1 : 0) - wasIdle;
    }

    void VbInsert(in Event e, Area? area)
    {
        if (area is not { State: AreaState.Reserved, Block: null })
        {
            Tally.Strays += area is null ? 0 : 1;
            return;
        }

        Tally.NeedlessBlocks +=
            WouldServe(e.Node, VmapBlock.PartFor(Step.Call.PageCount)) is null ? 0 : 1;
        area.Block = spareBlocks.Count > 0 ? spareBlocks.Pop() : new VmapBlock();
        area.Block.Reset(e.Node, (int)area.Pages);
        VmapBlocks++;
        IdleBlocks++;
        if (IsObject(e.Id, SlabKind.VmapBlock))
        {
            objects[e.Id].Address = e.Address;
            Tally.VmapBlocksKept--;
        }
    }

    void VbRemove(in Event e, Area area, VmapBlock block)
    {
        Tally.BusyBlocksRemoved += block.IsIdle ? 0 : 1;
        block.IsGone = true;
        VmapBlocks--;
        if (IsObject(e.Id, SlabKind.VmapBlock))
        {
            objects[e.Id].End = area.End;
            BlocksPending++;
        }
    }

    void VbTake(in Event e, Area area, VmapBlock block)
    {
        Part = Part.End == 0 ? (e.Address, e.End, e.Node) : Part;
        int pages = (int)(unchecked(e.End - e.Address) >> Machine.PageShift);
        bool isNewest = block.QueuedOn < 0 || WouldServe(block.QueuedOn, pages) == block;
        Tally.OlderBlocksServed += isNewest ? 0 : 1;
        for (ulong page = e.Address; page < e.End; page += Machine.PageSize)
        {
            Tally.PartMistakes += block.Take((page - area.Start) >> Machine.PageShift) ? 0 : 1;
        }

        Tally.MiscountedBlocks += block.Free == e.Id ? 0 : 1;
    }

    void VbGive(in Event e, Area area, VmapBlock block)
    {
        Tally.RamFreed++;
        bool isFlushed = cacheStart == e.Address && cacheEnd > cacheStart && cacheEnd <= e.End;
        Tally.CacheUnmapMistakes += isFlushed ? 0 : 1;
        for (ulong page = e.Address; page < e.End; page += Machine.PageSize)
        {
            if (!block.Give((page - area.Start) >> Machine.PageShift))
            {
                Tally.PartMistakes++;
                continue;
            }

            dirtyPages.Add(page);
            Translation translation = Translations.Get(page);
            if (translation.IsPresent)
            {
                Defer(area, translation);
            }
        }

        Tally.MiscountedBlocks += block.Dirty == e.Id ? 0 : 1;
    }

    bool IsObject(int id, SlabKind kind) => id >= 0 && id < objectsEnd
        && objects[id] is { Owners: 1 } item && item.Kind == kind;

    /// <summary>A vmap_block goes back: out of the tree, and after its grace period.</summary>
    void FreeVmapBlock(ref SlabObject freed)
    {
        if (freed.End != 0)
        {
            Tally.EarlyVaFrees += WaitsForGrace ? 1 : 0;
            BlocksPending--;
        }
        else if (freed.Address != 0)
        {
            Tally.Strays++;
        }
        else
        {
            Tally.VmapBlocksKept--;
        }
    }

    bool WaitsForGrace =>
        Machine.Rcu == RcuMode.Manual && Step.Call.Kind != CommandKind.Grace;

    void DropBlock(Area area)
    {
        if (area.Block is { } block)
        {
            Unqueue(block);
            spareBlocks.Push(block);
            area.Block = null;
        }
    }

}
