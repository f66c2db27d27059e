// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;
using Xunit;

namespace Verification.Properties;

/// <summary>
/// An event about what is not there is no mistake of the ledger's: it is counted, and breaks the
/// law that events fit together.
/// </summary>
public sealed class EventsThatDoNotFit
{
    const ulong Start = 0x4900_0000_0000;
    const ulong Nowhere = Start + 0x1_0000;

    /// <summary>Behind a block of one page at the start of the range, which is on vmlist.</summary>
    static readonly Dictionary<string, Action<ScriptedStep>> all = new()
    {
        ["an area becomes lazy that is not there"] =
            static step => step.Add(EventKind.AreaLazy, Nowhere),
        ["an area becomes lazy while it is on vmlist"] =
            static step => step.Add(EventKind.AreaLazy, Start),
        ["an area becomes lazy twice"] = static step =>
        {
            Script.Unlink(step, Start, Start + 0x2000);
            step.Add(EventKind.AreaLazy, Start);
            step.Add(EventKind.AreaLazy, Start);
        },
        ["a range is released that is not there"] =
            static step => step.Add(EventKind.AreaRelease, Nowhere, Nowhere + 0x2000),
        ["a descriptor is listed for no range"] =
            static step => step.Add(EventKind.VmInsert, Nowhere, id: 9, bytes: 0x2000),
        ["a descriptor is listed twice"] =
            static step => step.Add(EventKind.VmInsert, Start, id: 0, bytes: 0x2000),
        ["a descriptor is unlisted that is not there"] =
            static step => step.Add(EventKind.VmUnlink, Nowhere),
        ["a descriptor is unlisted twice"] = static step =>
        {
            Script.Unlink(step, Start, Start + 0x2000);
            step.Add(EventKind.VmUnlink, Start);
        },
        ["flags are set of nothing"] = static step => step.Add(EventKind.VmFlagsSet, Nowhere),
        ["pages are counted of nothing"] =
            static step => step.Add(EventKind.VmPagesCounted, Nowhere),
        ["an array is set of nothing"] = static step => step.Add(EventKind.VmPagesSet, Nowhere),
        ["a caller is set of nothing"] = static step => step.Add(EventKind.VmCallerSet, Nowhere),
        ["an object is freed that is not there"] =
            static step => step.Add(EventKind.SlabFree, id: 77),
        ["an object is freed twice"] = static step =>
        {
            step.Add(EventKind.SlabFree, id: 1);
            step.Add(EventKind.SlabFree, id: 1);
        },
        ["a descriptor is freed while it is on vmlist"] =
            static step => step.Add(EventKind.SlabFree, id: 0),
        ["an entry is cleared that is empty"] =
            static step => step.Add(EventKind.PteClear, Start + 0x1000),
        ["an entry is dropped that no TLB holds"] =
            static step => step.Add(EventKind.TlbEvict, Start),
        ["a frame has no number"] = static step => step.Add(EventKind.PageAlloc, id: -1),
        ["a frame is beyond all numbers"] =
            static step => step.Add(EventKind.PageAlloc, id: int.MaxValue),
        ["an object has no number"] = static step => step.Add(EventKind.SlabAlloc, id: -1),
        ["an object is beyond all numbers"] =
            static step => step.Add(EventKind.SlabAlloc, id: int.MaxValue),
        ["an entry leads to no frame"] =
            static step => step.Add(EventKind.PteSet, Start, id: -1),
        ["a TLB is of no CPU"] = static step => step.Add(EventKind.TlbFill, Start, node: 64),
        ["a TLB is of a CPU below the first"] =
            static step => step.Add(EventKind.TlbFill, Start, node: -1),
    };

    public static TheoryData<string> Events => [.. all.Keys];

    [Theory]
    [MemberData(nameof(Events))]
    public void Are_a_violation_of_their_own(string events)
    {
        Violation? violation = Run(all[events]);

        Assert.Equal(
            (nameof(FailureLaws.EventsFitTogether), 1), (violation?.Law.Name, violation?.StepIndex));
    }

    [Fact]
    public void Are_not_those_of_a_step_without_any() => Assert.Null(Run(static _ => { }));

    /// <summary>A call that returns what it never made.</summary>
    [Fact]
    public void Are_missed_behind_a_result()
    {
        Script script = new();
        script.Vmalloc(1);
        script[0].Outcome = Outcome.Pointer(Nowhere);

        Assert.Equal(nameof(FailureLaws.EventsFitTogether), Run(script)?.Law.Name);
    }

    static Violation? Run(Action<ScriptedStep> add)
    {
        Script script = new();
        script.Vmalloc(1);
        add(script.Call(CommandKind.Grace));
        return Run(script);
    }

    static Violation? Run(Script script) =>
        new Checker(new ScriptedTarget(script), [FailureLaws.EventsFitTogether]).Run(script.Trace);
}
