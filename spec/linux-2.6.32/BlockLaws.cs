// SPDX-License-Identifier: GPL-2.0-only
using System.Numerics;
using static Verification.Spec.Laws;

namespace Verification.Spec;

/// <summary>Per-CPU blocks, as areas: which pages they hand out, and how long they stand.</summary>
public static class BlockLaws
{
    /// <summary>Bits of an index that a level of the tree of blocks tells apart.</summary>
    const int BitsOfALevel = 6;

    /// <summary>So that the address of a page tells its block.</summary>
    public static Law<Area> BlocksOfCpusAreAligned { get; } = Always<Area>(
        "a per-CPU block is VMAP_BBMAP_BITS pages, on a multiple of itself",
        from: "new_vmap_block",
        steps: ["new-block.1"],
        among: Among.ReservedAreas,
        when: static (_, area) => area.Block is not null,
        holds: static (ledger, area) => area.Pages == (ulong)ledger.Machine.VmapBlockPages
            && (area.Start & ((area.Pages << ledger.Machine.PageShift) - 1)) == 0);

    public static Law<Area> BlocksStandOnOneQueue { get; } = Always<Area>(
        "a per-CPU block is on the queue of its CPU, and no other, exactly while pages are free",
        from: "vb_alloc",
        steps: ["vb-alloc.3"],
        among: Among.ReservedAreas,
        when: static (_, area) => area.Block is { IsGone: false },
        holds: static (_, area) => area.Block is { QueueMistakes: 0 } block
            && block.QueuedOn == (block.Free > 0 ? block.Cpu : -1));

    public static Law<Area> DirtyBlocksGo { get; } = Always<Area>(
        "a per-CPU block goes when all of its pages were given back",
        from: "vb_free",
        steps: ["vb-free.4"],
        among: Among.ReservedAreas,
        when: static (_, area) => area.Block is { IsGone: false },
        holds: static (_, area) => area.Block!.Dirty < area.Block.Pages);

    public static Law<Step> BlocksGoWhenIdle { get; } = Always<Step>(
        "a per-CPU block goes only when nothing of it is handed out",
        from: "purge_fragmented_blocks",
        steps: ["fragmented.1"],
        upon: [EventKind.VbRemove],
        holds: static (ledger, _) => ledger.Tally.BusyBlocksRemoved == 0);

    /// <summary>What is free, dirty and handed out adds up to the block.</summary>
    public static Law<Step> BlocksCountTheirPages { get; } = Always<Step>(
        "a per-CPU block counts as free what was never handed out, as dirty what was given back",
        from: "vb_alloc",
        steps: ["new-block.3", "vb-alloc.3", "vb-free.3"],
        upon: [EventKind.VbTake, EventKind.VbGive],
        holds: static (ledger, _) => ledger.Tally.MiscountedBlocks == 0);

    /// <summary>A second owner would share stale entries of TLBs with the first.</summary>
    public static Law<Step> PagesAreHandedOutOnce { get; } = Always<Step>(
        "a page of a per-CPU block is handed out once, and given back once, until the block goes",
        from: "vb_alloc",
        steps: ["vb-alloc.3", "vb-free.3"],
        upon: [EventKind.VbTake, EventKind.VbGive],
        holds: static (ledger, _) => ledger.Tally.PartMistakes == 0);

    public static Law<Step> NoBlockWhileOneHasRoom { get; } = Always<Step>(
        "a per-CPU block is made only when none on the CPU's queue has room",
        from: "vb_alloc",
        steps: ["vb-alloc.4"],
        about: [CommandKind.VmMapRam],
        upon: [EventKind.VbInsert],
        holds: static (ledger, _) => ledger.Tally.NeedlessBlocks == 0);

    /// <summary>So that the older ones run empty of users, and can go.</summary>
    public static Law<Step> NewestBlocksServe { get; } = Always<Step>(
        "pages come from the newest block on the CPU's queue that has room",
        from: "vb_alloc",
        steps: ["new-block.4", "vb-alloc.2"],
        about: [CommandKind.VmMapRam],
        upon: [EventKind.VbTake],
        holds: static (ledger, _) => ledger.Tally.OlderBlocksServed == 0);

    /// <summary>B27: fragmented blocks were kept for ever, and space ran out.</summary>
    public static Law<Step> NoIdleBlockOutlivesAPurge { get; } = Always<Step>(
        "after vm_unmap_aliases no per-CPU block stands of which nothing is handed out",
        from: "purge_fragmented_blocks",
        steps: ["purge.6", "fragmented.1", "fragmented.3"],
        about: [CommandKind.VmUnmapAliases],
        holds: static (ledger, _) => ledger.IdleBlocks == 0);

    /// <summary>
    /// A block that leaves the tree takes its path along, and all that is too tall without it: those
    /// wait for the grace period that it waits for.
    /// </summary>
    public static Law<Step> TreeNodesAreBounded { get; } = Always<Step>(
        "no more tree nodes are held than a longest path for each CPU and a path for each block",
        from: "radix_tree_preload",
        steps: ["preload.1", "free-block.1"],
        about: [CommandKind.VmMapRam],
        upon: [EventKind.SlabAlloc],
        holds: static (ledger, _) => ledger.RadixNodesLive
            <= (LongestPath(ledger.Machine) * ledger.Machine.Cpus) + (Height(ledger.Machine)
                * (ledger.VmapBlocks + (2 * ledger.BlocksPending)))) with
    {
        Needs = Observations.Events | Observations.Objects,
    };

    public static Law<Step> NoVmapBlockIsLost { get; } = Always<Step>(
        "a vmap_block that gets no place in the tree is given back in the same call",
        from: "new_vmap_block",
        steps: ["new-block.2"],
        about: [CommandKind.VmMapRam],
        upon: [EventKind.SlabAlloc],
        holds: static (ledger, _) => ledger.Tally.VmapBlocksKept == 0) with
    {
        Needs = Observations.Events | Observations.Objects,
    };

    /// <summary>RADIX_TREE_MAX_PATH.</summary>
    static int LongestPath(Machine machine) => Levels(machine.LongBits);

    /// <summary>Levels of a tree over all blocks that the range has room for.</summary>
    static int Height(Machine machine)
    {
        int shift = machine.PageShift + BitOperations.Log2((uint)machine.VmapBlockPages);
        return Levels(64 - BitOperations.LeadingZeroCount(
            (machine.End >> shift) - (machine.Start >> shift)));
    }

    static int Levels(int bits) => (bits + BitsOfALevel - 1) / BitsOfALevel;
}
