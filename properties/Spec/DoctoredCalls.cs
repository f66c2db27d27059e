// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Properties;

/// <summary>Mistakes in calls that fail, that free, or that should not have been made.</summary>
static class DoctoredCalls
{
    public static readonly Doctored[] All =
    [
        new(nameof(FailureLaws.CallsReturn),
            static script => script.Call(CommandKind.Grace),
            static script => script[0].Outcome = new(OutcomeKind.Died, Bug: "SIGSEGV")),
        new(nameof(FailureLaws.NoCallEndsInABug),
            static script => script.Call(CommandKind.Grace),
            static script => script[0].Outcome = new(OutcomeKind.Bug, Bug: "vfree")),
        new(nameof(FailureLaws.FailedCallsKeepNoPage),
            FailsAtTheSecondPage,
            static script => script[0].Drop(EventKind.PageFree),
            nameof(FrameLaws.OwnedFramesBelongToALiveArea)),
        new(nameof(AccessLaws.ReturnedAddressesAreLive),
            static script =>
            {
                FailsAtTheSecondPage(script);
                script.Vmalloc(1);
            },
            static script => script[0].Outcome = Outcome.Pointer(script.Machine.Start)),
        new(nameof(FailureLaws.FailedCallsKeepNoObject),
            FailsAtTheSecondPage,
            static script => script[0].DropLast(EventKind.SlabFree)),
        new(nameof(FailureLaws.FailedCallsLeaveNoLiveArea),
            FailsAtTheSecondPage,
            static script =>
            {
                script[0].Drop(EventKind.VmUnlink);
                script[0].Drop(EventKind.AreaLazy);
                script[0].Add(EventKind.SlabFree, id: 1);
            },
            nameof(FailureLaws.EventsFitTogether), nameof(FreeLaws.PagesOutliveTheirArea)),
        new(nameof(FailureLaws.FailedCallsKeepOnlyAbandonedRanges),
            FailsForWantOfSpace,
            static script => script[0].Events.RemoveAll(
                static e => e.Kind == EventKind.SlabFree && e.Id == 1)),
        new(nameof(FailureLaws.NothingAskedNothingDone),
            static script => script.Produce(new Command(CommandKind.Vmalloc)).Outcome =
                Outcome.Pointer(0),
            static script => script[0].Add(EventKind.CacheFlushUnmap)),
        new(nameof(FailureLaws.IllegalCallsWarn),
            FreedTwice,
            static script => script[2].Drop(EventKind.Warn)),
        new(nameof(FailureLaws.IllegalCallsChangeNothing),
            FreedTwice,
            static script => script[2].Add(EventKind.CacheFlushUnmap, script.Machine.Start)),
        new(nameof(FailureLaws.CallsWithNothingToDoChangeNothing),
            static script => script.Call(CommandKind.Vfree),
            static script => script[0].Add(EventKind.Warn)),
        new(nameof(FailureLaws.LegalCallsDoNotWarn),
            Freed,
            static script => script[1].Add(EventKind.Warn)),
        new(nameof(FreeLaws.FreeGivesBackItsPages),
            static script =>
            {
                script.Take(1);
                script.Vfree(script.Vmalloc(1));
            },
            static script => script[2].Add(EventKind.PageFree, id: 0)),
        new(nameof(FreeLaws.PagesOutliveTheirArea),
            Freed,
            static script => script[1].Hasten(EventKind.PageFree)),
        new(nameof(FreeLaws.OtherFreesLeaveThePages),
            static script => script.Free(
                CommandKind.Vunmap, script.Vmap(0, script.Take(1)), ownsPages: false),
            static script => script[2].Add(EventKind.PageFree, id: 0)),
        new(nameof(FreeLaws.FreeGivesBackItsObjects),
            Freed,
            static script => script[1].DropLast(EventKind.SlabFree)),
        new(nameof(FreeLaws.FreeTakesNothing),
            Freed,
            static script =>
            {
                int taken = script.Slab(script[1], SlabKind.Va, Gfp.Kernel, -1);
                script[1].Add(EventKind.SlabFree, id: taken);
            }),
        new(nameof(FreeLaws.FreeEndsTheArea),
            static script =>
            {
                script.Era = Era.V2637;
                Freed(script);
            },
            static script => script[1].Drop(EventKind.AreaLazy)),
        new(nameof(FreeLaws.OnlyFreesEndAreas),
            static script =>
            {
                script.Reserve(1);
                script.Call(CommandKind.Grace);
            },
            static script =>
            {
                Script.Unlink(script[1], script.Machine.Start, script.Machine.Start + 0x2000);
                script[1].Add(EventKind.AreaLazy, script.Machine.Start);
            }),
        new(nameof(FreeLaws.NothingIsLazyAfterUnmapAliases),
            DoctoredAreas.Purged,
            static script => script[2].Events.Clear()),
    ];

    /// <summary>A block, freed.</summary>
    public static void Freed(Script script) => script.Vfree(script.Vmalloc(1));

    /// <summary>A block, freed, and the same address freed again before the purge.</summary>
    public static void FreedTwice(Script script)
    {
        Scripted block = script.Vmalloc(1);
        script.Vfree(block);
        ScriptedStep step = script.Call(CommandKind.Vfree, Operand.Named(block.Name));
        step.Add(EventKind.KmemleakUnknown, block.Start);
        step.Add(EventKind.Warn, block.Start, detail: (byte)Splat.NoArea);
    }

    /// <summary>
    /// vmalloc of two pages that gets one: everything is given back, the range is lazy.
    /// </summary>
    public static void FailsAtTheSecondPage(Script script)
    {
        ScriptedStep step = script.Produce(script.Sized(CommandKind.Vmalloc, 2));
        Scripted area = script.Area(step, 0, 2, VmFlags.Alloc, Gfp.Kernel, -1);
        step.Add(EventKind.VmPagesCounted, area.Start, bytes: 2);
        int array = script.Slab(step, SlabKind.Array, Gfp.Kernel, -1);
        step.Add(EventKind.VmPagesSet, area.Start, id: array);
        step.Add(EventKind.PageAlloc, id: 0, node: -1, gfp: Script.Plain);
        step.Add(EventKind.PageFail, node: -1, gfp: Script.Plain);
        step.Add(EventKind.VmPagesCounted, area.Start, bytes: 1);
        step.Add(EventKind.KmemleakUnknown, area.Start);
        Script.Unlink(step, area.Start, area.End);
        step.Add(EventKind.AreaLazy, area.Start);
        step.Add(EventKind.PageFree, id: 0);
        step.Add(EventKind.SlabFree, id: array);
        step.Add(EventKind.SlabFree, id: area.Objects.Vm);
        step.Outcome = Outcome.Pointer(0);
    }

    /// <summary>
    /// vmalloc of a block larger than the address range: purge, second look, refusal.
    /// </summary>
    public static void FailsForWantOfSpace(Script script)
    {
        script.Machine = script.Machine with { End = script.Machine.Start + 0xfff };
        Refused(script, pages: 1);
    }

    /// <summary>What was freed before is purged, and still no hole is large enough.</summary>
    public static void Refused(Script script, int pages, params Scripted[] freed)
    {
        ScriptedStep step = script.Produce(script.Sized(CommandKind.Vmalloc, pages));
        int vm = script.Slab(step, SlabKind.Vm, Gfp.Kernel, -1);
        int va = script.Slab(step, SlabKind.Va, Gfp.Kernel, -1);
        script.Purge(step, freed);
        step.Add(EventKind.NoVaSpace, bytes: (ulong)(pages + 1) << script.Machine.PageShift);
        step.Add(EventKind.SlabFree, id: va);
        step.Add(EventKind.SlabFree, id: vm);
        step.Outcome = Outcome.Pointer(0);
    }
}
