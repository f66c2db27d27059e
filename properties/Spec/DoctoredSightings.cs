// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Properties;

/// <summary>
/// For each sighting a run in which it is seen, and one that looks alike in which it is not.
/// </summary>
static class DoctoredSightings
{
    public static readonly Doctored[] All =
    [
        new(nameof(Sightings.AVmallocFailsHalfWay),
            DoctoredCalls.FailsAtTheSecondPage,
            static script => script.Rewrite(DoctoredCalls.FailsForWantOfSpace)),
        new(nameof(Sightings.AMappingFailsHalfWay),
            static script => FailsAtATable(script, mapped: 1),
            static script => script.Rewrite(DoctoredCalls.FailsAtTheSecondPage)),
        new(nameof(Sightings.AnArrayNests),
            DoctoredArrays.Nested,
            static script => script.Rewrite(static other => other.Vmalloc(8))),
        new(nameof(Sightings.ANestedArrayFails),
            FailsInTheNestedArray,
            static script => script.Rewrite(DoctoredCalls.FailsAtTheSecondPage)),
        new(nameof(Sightings.ExhaustionPurges),
            FindsSpaceAfterAPurge,
            static script => script.Rewrite(DoctoredAreas.Purged)),
        new(nameof(Sightings.ExhaustionRefuses),
            DoctoredCalls.FailsForWantOfSpace,
            static script =>
            {
                script.Machine = script.Machine with { End = script.Machine.Start + 0xffff };
                script.Rewrite(DoctoredCalls.FailsAtTheSecondPage);
            }),
        new(nameof(Sightings.TheMarkIsCrossed),
            DoctoredPurges.CrossesTheMark,
            static script =>
            {
                script.Machine = script.Machine with { LazyMax = 2 };
                script.Rewrite(DoctoredAreas.Purged);
            }),
        new(nameof(Sightings.AnIllegalFreeIsMade),
            DoctoredCalls.FreedTwice,
            static script => script.Rewrite(DoctoredCalls.Freed)),
        new(nameof(Sightings.ABlockIsFreedTwice),
            DoctoredCalls.FreedTwice,
            static script => script.Rewrite(static other =>
            {
                DoctoredAreas.Purged(other);
                other.Call(CommandKind.Vfree, Operand.Named(0)).Add(EventKind.Warn);
            })),
        new(nameof(Sightings.ALeakIsReported),
            DoctoredReports.Leaks,
            static script => script.Rewrite(static other =>
            {
                other.Vmalloc(1);
                other.Call(CommandKind.KmemleakScan);
            })),
        new(nameof(Sightings.AHalfBuiltAreaIsPassedOver),
            DoctoredReports.ReadWhileBuilt,
            static script => script.Rewrite(DoctoredReports.ReadBeforeBuilt)),
        new(nameof(Sightings.AnotherCpuRemembers),
            static script => FreedAfterARead(script, cpu: 1),
            static script => script.Rewrite(static other => FreedAfterARead(other, cpu: 0))),
    ];

    static void FreedAfterARead(Script script, int cpu)
    {
        script.Machine = script.Machine with { Cpus = 2, Online = 2 };
        Scripted block = script.Vmalloc(1);
        DoctoredAreas.ReadOf(script, block, cpu);
        script.Vfree(block);
    }

    /// <summary>
    /// The range crosses a page table; the first or the second one cannot be had.
    /// </summary>
    public static void FailsAtATable(Script script, int mapped)
    {
        script.Machine = DoctoredArrays.Toy with { Start = 0x101c0 };
        ScriptedStep step = script.Produce(script.Sized(CommandKind.Vmalloc, 2));
        Scripted area = script.Area(step, 0, 2, VmFlags.Alloc, Gfp.Kernel, -1);
        step.Add(EventKind.VmPagesCounted, area.Start, bytes: 2);
        int array = script.Slab(step, SlabKind.Array, Gfp.Kernel, -1);
        step.Add(EventKind.VmPagesSet, area.Start, id: array);
        step.Add(EventKind.PageAlloc, id: 0, node: -1, gfp: Script.Plain);
        step.Add(EventKind.PageAlloc, id: 1, node: -1, gfp: Script.Plain);
        script.Map(
            step, area with { Frames = [.. Enumerable.Range(0, mapped)] }, Pgprot.Kernel,
            Gfp.Kernel);
        TableLevel level = mapped == 0 ? TableLevel.Pud : TableLevel.Pte;
        step.Add(
            EventKind.TableFail, area.Start + ((ulong)mapped * 0x40), detail: (byte)level,
            gfp: Gfp.Kernel | Gfp.Zero);
        Script.Unlink(step, area.Start, area.End);
        step.Add(EventKind.AreaLazy, area.Start);
        step.Add(EventKind.PageFree, id: 0);
        step.Add(EventKind.PageFree, id: 1);
        step.Add(EventKind.SlabFree, id: array);
        step.Add(EventKind.SlabFree, id: area.Objects.Vm);
        step.Outcome = Outcome.Pointer(0);
    }

    /// <summary>The nested array gets no page: two ranges are abandoned.</summary>
    static void FailsInTheNestedArray(Script script)
    {
        script.Machine = DoctoredArrays.Toy;
        ScriptedStep step = script.Produce(script.Sized(CommandKind.Vmalloc, 9));
        Scripted outer = script.Area(step, 0, 9, VmFlags.Alloc, Gfp.Kernel, -1);
        step.Add(EventKind.VmPagesCounted, outer.Start, bytes: 9);
        Scripted inner = script.Area(step, -1, 2, VmFlags.Alloc, Gfp.Kernel, -1);
        step.Add(
            EventKind.SlabFail, node: -1, gfp: Gfp.Kernel | Gfp.Zero,
            detail: (byte)SlabKind.Array);
        foreach (Scripted area in new[] { inner, outer })
        {
            Script.Unlink(step, area.Start, area.End);
            step.Add(EventKind.AreaLazy, area.Start);
            step.Add(EventKind.SlabFree, id: area.Objects.Vm);
        }

        step.Outcome = Outcome.Pointer(0);
    }

    /// <summary>
    /// The freed block fills the range; the next one purges it and takes its place.
    /// </summary>
    static void FindsSpaceAfterAPurge(Script script)
    {
        script.Machine = script.Machine with { End = script.Machine.Start + 0x2fff };
        Scripted block = script.Vmalloc(1);
        script.Vfree(block);
        script.Vmalloc(1);
        script.Last.Shift(-0x3000);
        DoctoredPurges.PurgeFirst(script, block);
    }
}
