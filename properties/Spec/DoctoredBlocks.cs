// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Properties;

/// <summary>Mistakes in handing out parts of per-CPU blocks, and in ending blocks.</summary>
static class DoctoredBlocks
{
    public static readonly Doctored[] All =
    [
        new(nameof(BlockLaws.BlocksOfCpusAreAligned),
            static script => new ScriptedBlock(script).MapFirst(1, 1),
            static script => script.Rewrite(
                static other => new ScriptedBlock(other, offset: 1).MapFirst(1, 1))),
        new(nameof(BlockLaws.BlocksStandOnOneQueue),
            static script => new ScriptedBlock(script).MapFirst(1, 1),
            static script => script[1].Drop(EventKind.VbQueue)),
        new(nameof(BlockLaws.DirtyBlocksGo),
            static script => UseUp(script, goes: true),
            static script => script.Rewrite(static other => UseUp(other, goes: false))),
        new(nameof(BlockLaws.BlocksGoWhenIdle),
            static script => GiveUp(script, goes: true),
            static script => script.Rewrite(static other => RetireInUse(other))),
        new(nameof(BlockLaws.BlocksCountTheirPages),
            static script => new ScriptedBlock(script).MapFirst(1, 1),
            static script => script[1].Change(
                EventKind.VbTake, static e => e with { Id = e.Id + 1 })),
        new(nameof(BlockLaws.PagesAreHandedOutOnce),
            static script => UseTwice(script, null),
            static script => script.Rewrite(static other => UseTwice(other, 0))),
        new(nameof(BlockLaws.NoBlockWhileOneHasRoom),
            static script => MapTwice(script, inOne: true),
            static script => script.Rewrite(static other => MapTwice(other, inOne: false))),
        new(nameof(BlockLaws.NewestBlocksServe),
            static script => MapInOneOfTwo(script, newer: true),
            static script => script.Rewrite(static other => MapInOneOfTwo(other, newer: false))),
        new(nameof(BlockLaws.NoIdleBlockOutlivesAPurge),
            static script => GiveUp(script, goes: true),
            static script => script.Rewrite(static other => GiveUp(other, goes: false))),
        new(nameof(BlockLaws.TreeNodesAreBounded),
            static script => new ScriptedBlock(script).MapFirst(1, 1),
            static script => Preload(script, script[1], 23)),
        new(nameof(BlockLaws.NoVmapBlockIsLost),
            static script => FailToReserve(script),
            static script => script[1].Drop(EventKind.SlabFree)),
        new(nameof(PartLaws.FewPagesAreAPartOfABlock),
            static script => new ScriptedBlock(script).MapFirst(3, part: 4),
            static script => script.Rewrite(
                static other => new ScriptedBlock(other).MapFirst(3, part: 3))),
        new(nameof(PartLaws.RamIsKeptOnItsNode),
            static script => new ScriptedBlock(script).MapFirst(1, 1),
            static script => script[1].Change(
                EventKind.SlabAlloc, static e => e with { Node = -1 })),
        new(nameof(PartLaws.HandedOutPagesStayMapped),
            static script => UnmapOneOfTwo(script, 0),
            static script => script.Rewrite(static other => UnmapOneOfTwo(other, 0, 1)),
            nameof(CacheLaws.CachesAreFlushedBeforeUnmapping)),
        new(nameof(PartLaws.UnmappedRamIsGivenBack),
            static script => UnmapOneOfTwo(script, 0),
            static script => script[3].Drop(EventKind.VbGive),
            nameof(CacheLaws.CachesAreFlushedBeforeUnmapping),
            nameof(PartLaws.HandedOutPagesStayMapped),
            nameof(PurgeLaws.EmptyPurgesDoNotFlush)),
        new(nameof(PartLaws.NothingStaleAfterUnmapAliases),
            static script => UnmapOneOfTwo(script, 0),
            static script => script[4].Drop(EventKind.PteClear)),
        new(nameof(PartLaws.CachesAreFlushedOverRam),
            static script => new ScriptedBlock(script).MapFirst(1, 1),
            static script => script[1].Drop(EventKind.CacheFlushMap)),
        new(nameof(PartLaws.FailedRamIsGivenBack),
            static script => new ScriptedBlock(script).FailToMap(2),
            static script => script[1].Drop(EventKind.VbGive)),
    ];

    static void Preload(Script script, ScriptedStep step, int nodes)
    {
        for (int node = 0; node < nodes; node++)
        {
            script.Slab(step, SlabKind.RadixNode, Gfp.Kernel, -1);
        }
    }

    /// <summary>All pages are handed out and given back.</summary>
    static void UseUp(Script script, bool goes)
    {
        ScriptedBlock block = new(script);
        block.MapFirst(4, 4);
        block.Map(4, 4);
        block.Unmap(1, at: 0, pages: 4);
        ScriptedStep last = block.Unmap(2, at: 4, pages: 4);
        if (goes)
        {
            block.Remove(last);
            block.FreeDescriptor(last);
        }
    }

    /// <summary>A page is mapped once more after it was given back and flushed.</summary>
    static void UseTwice(Script script, int? at)
    {
        UnmapOneOfTwo(script, 0, block => block.Map(1, 1, at));
    }

    static void UnmapOneOfTwo(Script script, params int[] cleared) =>
        UnmapOneOfTwo(script, cleared, static _ => { });

    static void UnmapOneOfTwo(Script script, int cleared, Action<ScriptedBlock> then) =>
        UnmapOneOfTwo(script, [cleared], then);

    static void UnmapOneOfTwo(Script script, int[] cleared, Action<ScriptedBlock> then)
    {
        ScriptedBlock block = new(script);
        block.MapFirst(1, 1);
        block.Map(1, 1);
        block.Unmap(1, at: 0, pages: 1);
        block.UnmapAliases(cleared);
        then(block);
    }

    static void RetireInUse(Script script)
    {
        ScriptedBlock block = new(script);
        block.MapFirst(1, 1);
        block.Map(1, 1);
        block.Unmap(1, at: 0, pages: 1);
        block.Retire(0, 1);
    }

    static void MapTwice(Script script, bool inOne)
    {
        ScriptedBlock block = new(script);
        block.MapFirst(1, 1);
        if (inOne)
        {
            block.Map(1, 1);
        }
        else
        {
            new ScriptedBlock(script, 2 * ScriptedBlock.Pages).MapFirst(1, 1);
        }
    }

    /// <summary>Both have room for a page, the older none for four.</summary>
    static void MapInOneOfTwo(Script script, bool newer)
    {
        ScriptedBlock first = new(script);
        first.MapFirst(4, 4);
        first.Map(2, 2);
        ScriptedBlock second = new(script, 2 * ScriptedBlock.Pages);
        second.MapFirst(4, 4);
        (newer ? second : first).Map(1, 1);
    }

    static void GiveUp(Script script, bool goes)
    {
        ScriptedBlock block = new(script);
        block.MapFirst(1, 1);
        block.Unmap(1, at: 0, pages: 1);
        if (goes)
        {
            block.Retire(0);
        }
        else
        {
            block.UnmapAliases(0);
        }
    }

    static void FailToReserve(Script script)
    {
        _ = new ScriptedBlock(script);
        ScriptedStep step = script.Produce(new(CommandKind.VmMapRam)
        {
            Pages = [new(Operand.Named(0), 0, 1)],
        });
        int vb = script.Slab(step, SlabKind.VmapBlock, Gfp.Kernel, 0);
        step.Add(EventKind.SlabFail, detail: (byte)SlabKind.Va, gfp: Gfp.Kernel);
        step.Add(EventKind.SlabFree, id: vb);
        step.Outcome = Outcome.Pointer(0);
    }
}
