// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;
using Xunit;

namespace Verification.Properties;

/// <summary>
/// Runs that have much in common with a situation and are not in it: a sighting that takes them for
/// it would let a hunt claim to have looked where it has not.
/// </summary>
public sealed class LookAlikes
{
    static readonly Dictionary<string, (string Sighting, Action<Script> Write)> all = new()
    {
        ["a table cannot be had, and no page is missing"] =
            (nameof(Sightings.AVmallocFailsHalfWay),
            static script => DoctoredSightings.FailsAtATable(script, mapped: 1)),
        ["the first table cannot be had"] =
            (nameof(Sightings.AMappingFailsHalfWay),
            static script => DoctoredSightings.FailsAtATable(script, mapped: 0)),
        ["the nested array is mapped, and a page is missing"] =
            (nameof(Sightings.AMappingFailsHalfWay), FailsBehindItsNestedArray),
        ["one range is abandoned"] =
            (nameof(Sightings.ANestedArrayFails), DoctoredCalls.FailsAtTheSecondPage),
        ["a purge makes room, and not enough"] =
            (nameof(Sightings.ExhaustionPurges), IsRefusedAfterAPurge),
        ["a block is read that another CPU has read"] =
            (nameof(Sightings.AnotherCpuRemembers), ReadTwice),
        ["the other CPU has read the next block"] =
            (nameof(Sightings.AnotherCpuRemembers), FreesBesideARead),
    };

    public static TheoryData<string> Runs => [.. all.Keys];

    [Theory]
    [MemberData(nameof(Runs))]
    public void Are_not_taken_for_the_situation(string run)
    {
        (string sighting, Action<Script> write) = all[run];
        Script script = new();
        write(script);
        Checker checker = new(new ScriptedTarget(script)) { FullAfterEachStep = true };

        Assert.Null(checker.Run(script.Trace));
        Assert.Equal(0, checker.Checks[Claim.Find(sighting)!.Id]);
    }

    /// <summary>The array's own pages are mapped; then the first data page is not to be had.</summary>
    static void FailsBehindItsNestedArray(Script script)
    {
        script.Machine = DoctoredArrays.Toy;
        Scripted block = script.Vmalloc(9);
        ScriptedStep step = script.Last;
        int first = step.Events.FindIndex(
            e => e.Kind == EventKind.PageAlloc && e.Id == block.Frames[0]);
        step.Events.RemoveRange(first, step.Events.Count - first);
        step.Add(EventKind.PageFail, node: -1, gfp: Script.Plain);
        step.Add(EventKind.VmPagesCounted, block.Start, bytes: 0);
        step.Add(EventKind.KmemleakUnknown, block.Start);
        script.Free(step, block, ownsPages: false, isBlock: false);
        step.Outcome = Outcome.Pointer(0);
    }

    static void IsRefusedAfterAPurge(Script script)
    {
        script.Machine = script.Machine with { End = script.Machine.Start + 0x2fff };
        Scripted block = script.Vmalloc(1);
        script.Vfree(block);
        DoctoredCalls.Refused(script, pages: 8, block);
    }

    static void ReadTwice(Script script)
    {
        script.Machine = script.Machine with { Cpus = 2, Online = 2 };
        Scripted block = script.Vmalloc(1);
        DoctoredAreas.ReadOf(script, block, cpu: 1);
        DoctoredAreas.ReadOf(script, block, cpu: 0);
    }

    /// <summary>The second block begins where the first one ends.</summary>
    static void FreesBesideARead(Script script)
    {
        script.Machine = script.Machine with { Cpus = 2, Online = 2 };
        Scripted freed = script.Vmalloc(1);
        Scripted next = script.Vmalloc(1);
        script.Last.Shift(-0x1000);
        DoctoredAreas.ReadOf(script, next with { Start = next.Start - 0x1000 }, cpu: 1);
        script.Vfree(freed);
    }
}
