// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Properties;

/// <summary>Mistakes in what a caller finds behind an address, and in mapping calls.</summary>
static class DoctoredAccesses
{
    public static readonly Doctored[] All =
    [
        new(nameof(AccessLaws.PagesAreZeroedWhenAsked),
            ZeroedAfterAStore,
            static script => script[4].Change(
                EventKind.PageAlloc, static e => e with { Gfp = e.Gfp & ~Gfp.Zero }),
            nameof(MaskLaws.DataPagesAreAskedForAsAsked)),
        new(nameof(AccessLaws.LoadsSeeTheirPage),
            static script => DoctoredAreas.ReadOf(script, script.Vmalloc(1)),
            static script => script[1].Outcome = Outcome.Number(7)),
        new(nameof(AccessLaws.StoresHitTheirPage),
            static script => Store(script, script.Vmalloc(1)),
            static script => script[1].Drop(EventKind.FrameWritten)),
        new(nameof(AccessLaws.LookupsSeeTheTables),
            static script => script.Call(
                CommandKind.VmallocToPage, Operand.Named(script.Vmalloc(1).Name)).Outcome =
                    new Outcome(OutcomeKind.Page, 0),
            static script => script[1].Outcome = new Outcome(OutcomeKind.NoPage)),
        new(nameof(AccessLaws.VmapMapsTheGivenPages),
            static script =>
            {
                script.Take(2);
                script.Vmap(0, [0]);
            },
            static script => script[1].Change(EventKind.PteSet, static e => e with { Id = 1 })),
        new(nameof(AccessLaws.RangesMapTheGivenPages),
            MappedArea,
            static script => script[2].Outcome = Outcome.Number(0, extra: 0)),
        new(nameof(AccessLaws.UnmappedRangesAreFlushed),
            static script => Unmapped(script, CommandKind.UnmapKernelRange),
            static script => script[3].Drop(EventKind.TlbFlush)),
        new(nameof(AccessLaws.UnmappedRangesAreCleared),
            static script => Unmapped(script, CommandKind.UnmapKernelRangeNoflush),
            static script => script[3].Drop(EventKind.PteClear)),
    ];

    /// <summary>A store of a byte into the first page of a block.</summary>
    public static void Store(Script script, Scripted block)
    {
        ScriptedStep step = script.Call(
            new Command(CommandKind.Write) { Pointer = Operand.Named(block.Name), Value = 7 });
        step.Add(EventKind.FrameWritten, id: block.Frames[0], bytes: 7);
        step.Outcome = Outcome.Number(1);
    }

    /// <summary>vmalloc_user gets the page that an earlier block wrote to.</summary>
    static void ZeroedAfterAStore(Script script)
    {
        Scripted block = script.Vmalloc(1);
        Store(script, block);
        script.Vfree(block);
        script.UnmapAliases(block);
        script.Allocate(
            script.Sized(CommandKind.VmallocUser, 1), 1, Script.Plain | Gfp.Zero,
            frame: block.Frames[0], usermap: true);
    }

    /// <summary>map_vm_area of one taken page into a reserved range.</summary>
    public static void MappedArea(Script script)
    {
        int[] taken = script.Take(1);
        Scripted area = script.Reserve(1) with { Frames = taken };
        ScriptedStep step = script.Call(new Command(CommandKind.MapVmArea)
        {
            Pointer = Operand.Named(area.Name),
            Pages = [new PageSlice(Operand.Named(0), 0, 1)],
        });
        script.Map(step, area, Pgprot.Kernel, Gfp.Kernel);
        step.Outcome = Outcome.Number(0, extra: 1);
    }

    static void Unmapped(Script script, CommandKind kind)
    {
        MappedArea(script);
        ulong start = script.Machine.Start;
        ScriptedStep step = script.Call(
            new Command(kind) { Pointer = Operand.Named(1), Size = script.Machine.PageSize });
        if (kind == CommandKind.UnmapKernelRange)
        {
            step.Add(EventKind.CacheFlushUnmap, start, start + script.Machine.PageSize);
        }

        step.Add(EventKind.PteClear, start, id: 0);
        if (kind == CommandKind.UnmapKernelRange)
        {
            step.Add(EventKind.TlbFlush, start, start + script.Machine.PageSize, id: 1);
        }
    }
}
