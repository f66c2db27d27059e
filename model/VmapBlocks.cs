// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Model;

/// <summary>Per-CPU blocks: their queues, their tree, their beginning and end.</summary>
public sealed partial class Model
{
    readonly RadixTree vmapBlockTree = new();
    readonly SlabCache<VmapBlock> vmapBlocks = new();
    readonly SlabCache<RadixNode> radixNodes = new();

    /// <summary><c>vmap_block_queue.free</c> of each CPU, the newest block first.</summary>
    VmapBlock?[] blockQueues = [];

    /// <summary>Nodes each CPU holds ready for the tree: <c>radix_tree_preloads</c>.</summary>
    RadixNode?[][] preloads = [];
    int[] preloaded = [];

    /// <summary>As many as a CPU holds: RADIX_TREE_MAX_PATH.</summary>
    int maxPath;
    Action<RadixNode> freeRadixNode = null!;

    ulong BlockBytes => (ulong)machine.VmapBlockPages << machine.PageShift;

    int CurrentCpu => step.Call.Cpu;

    /// <summary>What <c>vmalloc_init</c> makes of the queues.</summary>
    /// <remarks>Ported.</remarks>
    [Kernel("vmalloc_init", "init.3")]
    void InitVmapBlocks()
    {
        freeRadixNode ??= CallRcu;
        vmapBlocks.Reset();
        radixNodes.Reset();
        vmapBlockTree.Clear();
        if (blockQueues.Length != machine.Cpus)
        {
            blockQueues = new VmapBlock?[machine.Cpus];
            preloaded = new int[machine.Cpus];
            preloads = [.. preloaded.Select(static _ => new RadixNode?[RadixTree.LongestPath])];
        }

        maxPath = RadixTree.MaxPath(machine.LongBits);

        Array.Clear(blockQueues);
        Array.Clear(preloaded);
    }

    /// <summary><c>addr_to_vb_idx</c>.</summary>
    /// <remarks>Ported.</remarks>
    [Kernel("new_vmap_block", "new-block.3")]
    [Kernel("free_vmap_block", "free-block.1")]
    [Kernel("vb_free", "vb-free.2")]
    ulong AddrToVbIdx(ulong addr) =>
        unchecked(addr - (machine.Start & ~(BlockBytes - 1))) / BlockBytes;

    /// <summary><c>new_vmap_block</c>: on the queue of this CPU; null when anything fails.</summary>
    /// <remarks>Ported.</remarks>
    [Kernel("new_vmap_block", "new-block.1", "new-block.2", "new-block.3", "new-block.4")]
    VmapBlock? NewVmapBlock(Gfp gfp)
    {
        int cpu = CurrentCpu;
        int node = machine.NodeOfCpu(cpu);
        VmapBlock? vb = KmallocVmapBlock(gfp & Gfp.ReclaimMask, node);
        if (vb is null)
        {
            return null;
        }

        VmapArea? va = AllocVmapArea(
            BlockBytes, BlockBytes, machine.Start, machine.End, node, gfp);
        if (va is null)
        {
            Kfree(vb);
            return null;
        }

        if (!RadixTreePreload(cpu, gfp))
        {
            Kfree(vb);
            FreeVmapArea(va);
            return null;
        }

        vb.Start(va, machine.VmapBlockPages);
        vb.Cpu = cpu;
        Emit(EventKind.Lock, KernelLock.VmapBlockTree);
        if (!vmapBlockTree.Insert(AddrToVbIdx(va.VaStart), vb, preloads[cpu], ref preloaded[cpu]))
        {
            throw new KernelBug("new_vmap_block");
        }

        EmitBlock(EventKind.VbInsert, vb, va.VaStart, va.VaEnd, vb.Object);
        Emit(EventKind.Unlock, KernelLock.VmapBlockTree);
        Emit(EventKind.Unlock, KernelLock.Preemption);
        Emit(EventKind.Lock, KernelLock.Preemption);
        Emit(EventKind.Lock, KernelLock.VmapBlockQueue);
        Enqueue(vb);
        Emit(EventKind.Unlock, KernelLock.VmapBlockQueue);
        Emit(EventKind.Unlock, KernelLock.Preemption);
        return vb;
    }

    /// <summary>
    /// <c>radix_tree_preload</c>: a CPU holds as many nodes as any insertion can need. Without
    /// them false; with them the CPU is not left until the insertion is done.
    /// </summary>
    /// <remarks>Ported.</remarks>
    [Kernel("radix_tree_preload", "preload.1")]
    bool RadixTreePreload(int cpu, Gfp gfp)
    {
        Emit(EventKind.Lock, KernelLock.Preemption);
        while (preloaded[cpu] < maxPath)
        {
            Emit(EventKind.Unlock, KernelLock.Preemption);
            if (KmallocRadixNode(gfp) is not { } node)
            {
                return false;
            }

            Emit(EventKind.Lock, KernelLock.Preemption);
            preloads[cpu][preloaded[cpu]++] = node;
        }

        return true;
    }

    /// <summary><c>free_vmap_block</c>: out of the tree, its range deferred.</summary>
    /// <remarks>Ported.</remarks>
    [Kernel("free_vmap_block", "free-block.1", "free-block.2")]
    void FreeVmapBlock(VmapBlock vb)
    {
        Emit(EventKind.Lock, KernelLock.VmapBlockTree);
        if (vmapBlockTree.Delete(AddrToVbIdx(vb.Va.VaStart), freeRadixNode) != vb)
        {
            throw new KernelBug("free_vmap_block");
        }

        EmitBlock(EventKind.VbRemove, vb, vb.Va.VaStart, vb.Va.VaEnd, vb.Object);
        Emit(EventKind.Unlock, KernelLock.VmapBlockTree);
        FreeVmapAreaNoflush(vb.Va);
        CallRcu(vb);
    }

    /// <summary>
    /// <c>purge_fragmented_blocks</c>: the blocks of a CPU of which nothing is handed out go,
    /// although pages of them were never used.
    /// </summary>
    /// <remarks>Ported.</remarks>
    [Kernel("purge_fragmented_blocks", "fragmented.1", "fragmented.2", "fragmented.3")]
    void PurgeFragmentedBlocks(int cpu)
    {
        VmapBlock? purge = null;
        VmapBlock? last = null;
        VmapBlock? next;
        for (VmapBlock? vb = blockQueues[cpu]; vb is not null; vb = next)
        {
            next = vb.Next;
            if (!vb.IsFragmented)
            {
                continue;
            }

            Emit(EventKind.Lock, KernelLock.VmapBlock);
            vb.Exhaust();
            Emit(EventKind.Lock, KernelLock.VmapBlockQueue);
            Dequeue(vb);
            Emit(EventKind.Unlock, KernelLock.VmapBlockQueue);
            Emit(EventKind.Unlock, KernelLock.VmapBlock);
            vb.Next = null;
            purge ??= vb;
            if (last is not null)
            {
                last.Next = vb;
            }

            last = vb;
        }

        for (; purge is not null; purge = purge.Next)
        {
            FreeVmapBlock(purge);
        }
    }

    /// <summary><c>purge_fragmented_blocks_allcpus</c>.</summary>
    /// <remarks>Ported.</remarks>
    [Kernel("purge_fragmented_blocks", "fragmented.1")]
    void PurgeFragmentedBlocksAllCpus()
    {
        for (int cpu = 0; cpu < machine.Cpus; cpu++)
        {
            PurgeFragmentedBlocks(cpu);
        }
    }

    /// <summary>list_add_rcu: in front of all others.</summary>
    [Kernel("new_vmap_block", "new-block.4")]
    void Enqueue(VmapBlock vb)
    {
        vb.Next = blockQueues[vb.Cpu];
        vb.Previous = null;
        if (vb.Next is { } next)
        {
            next.Previous = vb;
        }

        blockQueues[vb.Cpu] = vb;
        vb.IsQueued = true;
        EmitBlock(EventKind.VbQueue, vb, vb.Va.VaStart, vb.Va.VaEnd, vb.Object);
    }

    /// <summary>list_del_rcu: it still leads a walker on.</summary>
    [Kernel("vb_alloc", "vb-alloc.3")]
    [Kernel("purge_fragmented_blocks", "fragmented.2")]
    void Dequeue(VmapBlock vb)
    {
        if (vb.Previous is { } previous)
        {
            previous.Next = vb.Next;
        }
        else
        {
            blockQueues[vb.Cpu] = vb.Next;
        }

        if (vb.Next is { } next)
        {
            next.Previous = vb.Previous;
        }

        vb.IsQueued = false;
        EmitBlock(EventKind.VbUnqueue, vb, vb.Va.VaStart, vb.Va.VaEnd, vb.Object);
    }

    void EmitBlock(EventKind kind, VmapBlock vb, ulong start, ulong end, int id) =>
        step.Add(new Event(kind, 0, id, vb.Cpu, Gfp.None, start, end, 0));
}
