// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;
using Xunit;

namespace Verification.Properties;

/// <summary>Mistakes about nodes, gfp masks, callers and locks.</summary>
static class DoctoredLinux
{
    public static readonly Doctored[] All =
    [
        new(nameof(EarlyLaws.EarlyAreasStand),
            static script =>
            {
                script.Import(
                    new EarlyArea(0x1000, 0x1000, VmFlags.Alloc),
                    new EarlyArea(0x2000, 0x1000, VmFlags.Ioremap));
                script.Reserve(1);
            },
            static script => script.Boot.Events.RemoveRange(3, 3)),
        new(nameof(LinuxLaws.NodeIsHonoured),
            static script => OnNode(script, frame: 64),
            static script => script.Rewrite(static other => OnNode(other, frame: 0))),
        new(nameof(LinuxLaws.NodeIsPassedOn),
            static script => OnNode(script, frame: 64),
            static script => script[0].Change(
                EventKind.PageAlloc, static e => e with { Node = -1 })),
        new(nameof(LinuxLaws.NestedAllocationsDoNotReclaimMore),
            static script => With(script, Gfp.Atomic | Gfp.Highmem),
            static script => script[0].Change(
                EventKind.SlabAlloc,
                static e => e with { Gfp = e.Gfp | Gfp.Kernel })),
        new(nameof(LinuxLaws.TablesDoNotReclaimMore),
            static script => With(script, Gfp.Atomic | Gfp.Highmem),
            static script => script[0].Change(
                EventKind.TableAlloc, static e => e with { Gfp = e.Gfp | Gfp.Kernel })),
        new(nameof(LaterLaws.NofailIsHonoured),
            static script => RefuseNofail(script, script.Machine.TotalRam + 1),
            static script => script.Rewrite(static other => RefuseNofail(other, 1))),
        new(nameof(RamLaws.RamIsMapped),
            static script => MapRam(script),
            static script => script[1].Change(
                EventKind.PteSet, static e => e with { Id = e.Id ^ 1 })),
        new(nameof(RamLaws.RamIsUnmapped),
            static script => UnmapRam(script, MapRam(script)),
            static script => script[2].Drop(EventKind.PteClear)),
        new(nameof(LinuxLaws.ZonesAreForDataPages),
            static script => With(script, Gfp.Kernel | Gfp.Dma32),
            static script => script[0].Change(
                EventKind.SlabAlloc, static e => e with { Gfp = e.Gfp | Gfp.Dma32 })),
        new(nameof(LinuxLaws.BlocksAreTaggedVmAlloc),
            static script => script.Vmalloc(1),
            static script => script[0].Change(
                EventKind.VmInsert, static e => e with { Gfp = Gfp.None })),
        new(nameof(LinuxLaws.CallersAreRecorded),
            static script => script.Vmalloc(1),
            static script => script[0].Drop(EventKind.VmCallerSet)),
        new(nameof(LinuxLaws.UserBlocksAreMarked),
            static script => script.Allocate(
                script.Sized(CommandKind.VmallocUser, 1), 1, Script.Plain | Gfp.Zero,
                usermap: true),
            static script => script[0].Drop(EventKind.VmFlagsSet)),
        new(nameof(LockLaws.LocksAreBalanced),
            static script => script.Vmalloc(1),
            static script => script[0].DropLast(EventKind.Unlock)),
        new(nameof(LockLaws.OtherReadersHoldTheListsLock),
            DoctoredReports.ReadWhileBuilt,
            static script =>
            {
                List<Event> events = script.Last.Events;
                int at = events.FindIndex(static e => e.Kind == EventKind.ListRead);
                events.RemoveAt(at + 1);
                events.RemoveAt(at - 1);
            }),
        new(nameof(LockLaws.TablesAreLinkedUnderTheirLock),
            static script => script.Vmalloc(1),
            static script => Assert.NotEqual(0, script[0].Events.RemoveAll(static e =>
                e.Kind is EventKind.Lock or EventKind.Unlock
                && e.LockKind == KernelLock.PageTable))),
        new(nameof(BugLaws.ForbiddenCallsEndInABug),
            static script =>
            {
                script.Call(new Command(CommandKind.Interrupt) { Value = 1 });
                script.Call(CommandKind.Vfree).Outcome = new(OutcomeKind.Bug, Bug: "vfree");
            },
            static script => script[1].Outcome = Outcome.Void),
        new(nameof(VreadLaws.VreadSeesTheAreas),
            static script =>
            {
                Scripted block = script.Vmalloc(1);
                DoctoredAccesses.Store(script, block);
                ScriptedStep step = script.Look(new Command(CommandKind.Vread)
                {
                    Pointer = Operand.Named(block.Name, 0xff8), Size = 16,
                });
                step.Bytes.AddRange([(7, 8), (0, 8)]);
                step.Outcome = Outcome.Number(16);
            },
            static script => script[2].Bytes[1] = (7, 8)),
        new(nameof(VreadLaws.VwriteHitsTheAreas),
            static script =>
            {
                Scripted block = script.Vmalloc(2);
                ScriptedStep step = script.Look(new Command(CommandKind.Vwrite)
                {
                    Pointer = Operand.Named(block.Name, 0x1000), Size = 0x3000, Value = 9,
                });
                step.Add(EventKind.FrameWritten, id: block.Frames[1], bytes: 9);
                step.Outcome = Outcome.Number(0x3000);
            },
            static script => script[1].Change(
                EventKind.FrameWritten, static e => e with { Id = 0 })),
        new(nameof(RangeLaws.AreasLieInTheirWindow),
            static script =>
            {
                ScriptedStep step = script.Produce(new(CommandKind.GetVmAreaInner)
                {
                    Size = 0x1000, Flags = VmFlags.Map, Start = 0, End = 0x2000,
                });
                script.Area(step, 0, 1, VmFlags.Map, Gfp.Kernel, -1);
                step.Outcome = Outcome.Pointer(script.Machine.Start);
            },
            static script => script[0].Shift(0x1000)),
        new(nameof(RangeLaws.TablesComeWithTheArea),
            static script => script.Reserve(1, CommandKind.AllocVmArea),
            static script => script[0].DropLast(EventKind.TableAlloc)),
        new(nameof(RangeLaws.RemovedAreasTellTheirSize),
            static script =>
            {
                script.Free(CommandKind.RemoveVmArea, script.Reserve(1), ownsPages: false);
                script[1].Outcome = Outcome.Number(0x1000);
            },
            static script => script[1].Outcome = Outcome.Number(0x2000)),
        new(nameof(LockLaws.ReadersHoldTheListsLock),
            static script =>
            {
                script.Vmalloc(1);
                script.Look(new(CommandKind.VmallocUsage)).Outcome = Outcome.Number(0x2000, extra: 0x5dfff);
            },
            static script => script[1].Events.Clear()),
        new(nameof(LinuxLaws.AreasAreTaggedAsAsked),
            static script => script.Reserve(1),
            static script => script[0].Change(
                EventKind.VmInsert, static e => e with { Gfp = Gfp.None })),
        new(nameof(LockLaws.ListsChangeUnderTheirLock),
            static script => script.Vmalloc(1),
            static script => script[0].Events.RemoveAll(
                static e => e.Kind is EventKind.Lock or EventKind.Unlock
                    && e.LockKind == KernelLock.Vmlist)),
        new(nameof(CacheLaws.CachesAreFlushedOnceMapped),
            static script => script.Vmalloc(2),
            static script => script[0].Change(
                EventKind.CacheFlushMap, static e => e with { Address = e.End })),
        new(nameof(CacheLaws.CachesAreFlushedBeforeUnmapping),
            DoctoredCalls.Freed,
            static script => script[1].Drop(EventKind.CacheFlushUnmap)),
        new(nameof(MaskLaws.DataPagesAreAskedForAsAsked),
            static script => script.Vmalloc(1),
            static script => script[0].Change(
                EventKind.PageAlloc, static e => e with { Gfp = e.Gfp & ~Gfp.Highmem })),
        new(nameof(MaskLaws.NestedAllocationsMayReclaimAsMuch),
            static script => script.Vmalloc(1),
            static script => script[0].Change(
                EventKind.SlabAlloc, static e => e with { Gfp = e.Gfp & ~Gfp.Fs })),
        new(nameof(MaskLaws.KernelMemoryStartsZeroed),
            static script => script.Vmalloc(1),
            static script => script[0].Change(
                EventKind.SlabAlloc, static e => e with { Gfp = e.Gfp & ~Gfp.Zero })),
    ];

    static void OnNode(Script script, int frame)
    {
        script.Machine = script.Machine with { Nodes = 2 };
        script.Allocate(
            script.Sized(CommandKind.VmallocNode, 1) with { Node = 1 }, 1, node: 1, frame: frame);
    }

    static void RefuseNofail(Script script, int pages)
    {
        script.Era = Era.V61;
        script.Produce(script.Sized(CommandKind.VmallocInner, pages) with
        {
            Gfp = Script.Plain | Gfp.Nofail, Prot = Pgprot.Kernel,
        }).Outcome = Outcome.Pointer(0);
    }

    static Scripted MapRam(Script script)
    {
        script.Era = Era.V61;
        int[] frames = script.Take(2);
        ScriptedStep step = script.Produce(new(CommandKind.VmMapRam)
        {
            Pages = [new(Operand.Named(0), 0, 2)], Node = -1,
        });
        ulong start = script.Machine.Start;
        Scripted range = new(1, start, start + (2 * script.Machine.PageSize), frames, (-1, -1, -1));
        step.Add(EventKind.Lock, detail: (byte)KernelLock.VmapArea);
        step.Add(EventKind.AreaReserve, range.Start, range.End, id: -1);
        step.Add(EventKind.Unlock, detail: (byte)KernelLock.VmapArea);
        script.Map(step, range, Pgprot.Kernel, Gfp.Kernel);
        step.Outcome = Outcome.Pointer(range.Start);
        return range;
    }

    static void UnmapRam(Script script, Scripted range)
    {
        ScriptedStep step = script.Call(CommandKind.VmUnmapRam, Operand.Named(range.Name));
        step.Add(EventKind.CacheFlushUnmap, range.Start, range.End);
        step.Add(EventKind.PteClear, range.Start, id: range.Frames[0]);
        step.Add(EventKind.PteClear, range.Start + script.Machine.PageSize, id: range.Frames[1]);
        step.Outcome = Outcome.Void;
    }

    static void With(Script script, Gfp gfp) => script.Allocate(
        script.Sized(CommandKind.VmallocInner, 1) with { Gfp = gfp }, 1, gfp);
}
