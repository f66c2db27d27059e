// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;
using Xunit;

namespace Verification.Properties;

/// <summary>
/// A law speaks of several calls and several ways to go wrong; beside the one mistake of
/// <see cref="Doctored"/> it notices these.
/// </summary>
public sealed class OtherMistakes
{
    static readonly Dictionary<string, Doctored> all = new()
    {
        ["map_kernel_range_noflush says it mapped a page more"] = new(
            nameof(AccessLaws.RangesMapTheGivenPages), MappedRange,
            static script => script[2].Outcome = Outcome.Number(2)),
        ["remove_vm_area gives back a page"] = new(
            nameof(FreeLaws.OtherFreesLeaveThePages),
            static script => Ended(script, CommandKind.RemoveVmArea),
            static script => script[2].Add(EventKind.PageFree, id: 0)),
        ["free_vm_area gives back a page"] = new(
            nameof(FreeLaws.OtherFreesLeaveThePages),
            static script => Ended(script, CommandKind.FreeVmArea),
            static script => script[2].Add(EventKind.PageFree, id: 0)),
        ["a store goes to another page"] = new(
            nameof(AccessLaws.StoresHitTheirPage),
            static script => DoctoredAccesses.Store(script, script.Vmalloc(2)),
            static script => script[1].Change(EventKind.FrameWritten, static e => e with { Id = 1 })),
        ["a block begins at an odd address"] = new(
            nameof(AreaLaws.BlocksAreAlignedAsAsked), static script => script.Vmalloc(1),
            static script => script[0].Shift(1)),
        ["a range for a device begins at an odd address"] = new(
            nameof(DeviceLaws.DeviceRangesAreAligned),
            static script => script.Reserve(1, CommandKind.GetVmArea, VmFlags.Ioremap),
            static script => script[0].Shift(1)),
        ["vread says it gave fewer bytes"] = new(
            nameof(VreadLaws.VreadSeesTheAreas),
            Doctored.Of(nameof(VreadLaws.VreadSeesTheAreas)).Given,
            static script => script.Last.Outcome = Outcome.Number(8)),
        ["an area has no bytes"] = new(
            nameof(AreaLaws.AreasLieInTheRange), static script => script.Reserve(1),
            static script => script[0].Change(
                EventKind.AreaReserve, static e => e with { End = e.Address })),
        ["a block on node 0 gets a page of node 1"] = new(
            nameof(LinuxLaws.NodeIsHonoured), static script => OnNodeZero(script, frame: 0),
            static script => script.Rewrite(static other => OnNodeZero(other, frame: 64))),
        ["a block on node 0 takes its page from any node"] = new(
            nameof(LinuxLaws.NodeIsPassedOn), static script => OnNodeZero(script, frame: 0),
            static script => script[0].Change(
                EventKind.PageAlloc, static e => e with { Node = -1 })),
        ["a table that cannot be had is asked for with a bit too many"] = new(
            nameof(LinuxLaws.TablesDoNotReclaimMore),
            static script => DoctoredSightings.FailsAtATable(script, mapped: 0),
            static script => script[0].Change(
                EventKind.TableFail, static e => e with { Gfp = e.Gfp | Gfp.Nofail })),
        ["vmap forgets to flush the cache"] = new(
            nameof(CacheLaws.CachesAreFlushedOnceMapped),
            static script => script.Vmap(0, script.Take(1)),
            static script => script[1].Drop(EventKind.CacheFlushMap)),
        ["map_vm_area forgets to flush the cache"] = new(
            nameof(CacheLaws.CachesAreFlushedOnceMapped), DoctoredAccesses.MappedArea,
            static script => script[2].Drop(EventKind.CacheFlushMap)),
        ["map_kernel_range_noflush flushes the cache"] = new(
            nameof(CacheLaws.CachesAreFlushedOnceMapped), MappedRange,
            static script => script[2].Add(
                EventKind.CacheFlushMap, script.Machine.Start, script.Machine.Start + 0x1000)),
        ["entries are cleared behind a cache that was not flushed"] = new(
            nameof(CacheLaws.CachesAreFlushedBeforeUnmapping), UnmappedRange,
            static script => script[3].Drop(EventKind.CacheFlushUnmap)),
        ["a range is purged by a call that is no free"] = new(
            nameof(PurgeLaws.NoPurgeBelowTheMark),
            static script =>
            {
                DoctoredCalls.Freed(script);
                script.Call(CommandKind.KmemleakScan);
            },
            static script => script.Rewrite(static other =>
            {
                Scripted block = other.Vmalloc(1);
                other.Vfree(block);
                other.Purge(other.Call(CommandKind.KmemleakScan), block);
            })),
        ["vread does not take the lock"] = WithoutLock(nameof(VreadLaws.VreadSeesTheAreas)),
        ["vwrite does not take the lock"] = WithoutLock(nameof(VreadLaws.VwriteHitsTheAreas)),
        ["a listing does not take the lock"] =
            WithoutLock(nameof(ReportLaws.VmallocinfoListsTheLiveAreas)),
        ["a lock is dropped that nobody took"] = new(
            nameof(LockLaws.LocksAreBalanced), static script => script.Call(CommandKind.Grace),
            static script => script[0].Add(EventKind.Unlock, detail: (byte)KernelLock.Vmlist)),
        ["two locks stay taken"] = TwoHeld(KernelLock.VmapArea, KernelLock.Vmlist),
        ["the purge lock and another stay taken"] = TwoHeld(KernelLock.VmapArea, KernelLock.Purge),
        ["the page table lock and another stay taken"] =
            TwoHeld(KernelLock.VmapArea, KernelLock.PageTable),
    };

    static readonly Dictionary<string, Action<Script>> harmless = new()
    {
        ["there is no area whose list would have to be locked"] = static script =>
            script.Call(CommandKind.VmallocUsage).Outcome = Outcome.Number(0, extra: 0x5ffff),
        ["an area ends where the range ends"] = static script =>
        {
            script.Machine = script.Machine with { End = script.Machine.Start + 0x2000 };
            script.Reserve(1);
        },
        ["a node has no page left"] = static script =>
        {
            script.Machine = script.Machine with { Nodes = 2, Frames = 2 };
            Command command = script.Sized(CommandKind.VmallocNode, 1) with { Node = 1 };
            script.Allocate(command, 1, node: 1, frame: 1);
            script.Allocate(command, 1, node: 1, frame: 0);
        },
        ["the kernel writes into its own pages array"] = static script =>
        {
            DoctoredArrays.Nested(script);
            script.Contents[0] = 0x1234;
        },
    };

    /// <summary>What would break the law, were kmemleak not off since the first call.</summary>
    static readonly Doctored[] switchedOff =
    [
        new(nameof(ReportLaws.BlocksAreKnownToKmemleak), static script => script.Vmalloc(1),
            static script => script[0].Drop(EventKind.KmemleakAlloc)),
        new(nameof(ReportLaws.KmemleakKnowsOnlyBlocks), DoctoredCalls.Freed,
            static script => script[1].Drop(EventKind.KmemleakFree)),
        new(nameof(ReportLaws.ScansReportWhatIsForgotten), DoctoredReports.Leaks,
            static script => script[2].Drop(EventKind.KmemleakReport)),
    ];

    public static TheoryData<string> OfKmemleak => [.. switchedOff.Select(static one => one.Law)];

    public static TheoryData<string> Mistakes => [.. all.Keys];

    public static TheoryData<string> Harmless => [.. harmless.Keys];

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Break_their_law(string mistake)
    {
        Doctored doctored = all[mistake];

        Assert.Null(Run(doctored.Undoctored()));
        Assert.Equal(
            doctored.Law, Run(doctored.WithMistake(), Claim.Find(doctored.Law)!)?.Law.Name);
    }

    [Theory]
    [MemberData(nameof(Harmless))]
    public void Are_not_made_when(string harm)
    {
        Script script = new();
        harmless[harm](script);

        Assert.Null(Run(script));
    }

    [Theory]
    [MemberData(nameof(OfKmemleak))]
    public void Are_not_made_by_a_kmemleak_that_is_off(string law)
    {
        Script script = switchedOff.Single(one => one.Law == law).WithMistake();

        Assert.Equal(law, Run(script, Claim.Find(law)!)?.Law.Name);
        script[0].Add(EventKind.KmemleakRefused, script.Machine.Start);
        Assert.Null(Run(script, Claim.Find(law)!));
    }

    static Violation? Run(Script script, params Law[] laws) =>
        new Checker(new ScriptedTarget(script), laws.Length == 0 ? null : laws)
        {
            FullAfterEachStep = true,
        }.Run(script.Trace);

    static Doctored WithoutLock(string reading) => new(
        nameof(LockLaws.ReadersHoldTheListsLock),
        Doctored.Of(reading).Given,
        static script => script.Last.Events.RemoveAll(
            static e => e.Kind is EventKind.Lock or EventKind.Unlock));

    /// <summary>Each would be told alone; together they must not make up for each other.</summary>
    static Doctored TwoHeld(KernelLock one, KernelLock other) => new(
        nameof(LockLaws.LocksAreBalanced), static script => script.Call(CommandKind.Grace),
        script =>
        {
            script[0].Add(EventKind.Lock, detail: (byte)one);
            script[0].Add(EventKind.Lock, detail: (byte)other);
        });

    static void OnNodeZero(Script script, int frame)
    {
        script.Machine = script.Machine with { Nodes = 2 };
        script.Allocate(
            script.Sized(CommandKind.VmallocNode, 1) with { Node = 0 }, 1, node: 0, frame: frame);
    }

    static void UnmappedRange(Script script) =>
        Doctored.Of(nameof(AccessLaws.UnmappedRangesAreFlushed)).Given(script);

    static void MappedRange(Script script)
    {
        int[] taken = script.Take(1);
        Scripted area = script.Reserve(1) with { Frames = taken };
        ScriptedStep step = script.Call(new Command(CommandKind.MapKernelRangeNoflush)
        {
            Pointer = Operand.Named(area.Name), Size = script.Machine.PageSize,
            Pages = [new PageSlice(Operand.Named(0), 0, 1)],
        });
        script.Map(step, area, Pgprot.Kernel, Gfp.Kernel);
        step.Drop(EventKind.CacheFlushMap);
        step.Outcome = Outcome.Number(1);
    }

    static void Ended(Script script, CommandKind kind)
    {
        script.Take(1);
        script.Free(kind, script.Reserve(1), ownsPages: false);
        if (kind == CommandKind.RemoveVmArea)
        {
            script.Last.Outcome = Outcome.Number((long)script.Machine.PageSize);
        }
    }
}
