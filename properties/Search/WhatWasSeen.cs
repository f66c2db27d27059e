// SPDX-License-Identifier: GPL-2.0-only
using Verification.Search;
using Verification.Spec;
using Xunit;

namespace Verification.Properties;

public sealed class WhatWasSeen
{
    [Fact]
    public void Is_counted_by_command_and_result()
    {
        Coverage coverage = new();
        Add(coverage, Step(CommandKind.Vmalloc, Outcome.Pointer(0x1000)));
        Add(coverage, Step(CommandKind.Vmalloc, Outcome.Pointer(0)));
        Add(coverage, Step(CommandKind.MapVmArea, Outcome.Number(-Errno.ENOMEM)));
        Add(coverage, Step(CommandKind.Read, new Outcome(OutcomeKind.PageFault)));
        Assert.Equal(2, coverage.Of(CommandKind.Vmalloc));
        Assert.Equal(1, coverage.Of(CommandKind.Vmalloc, CallResult.Null));
        Assert.Equal(1, coverage.Of(CommandKind.MapVmArea, CallResult.Error));
        Assert.Equal(1, coverage.Of(CommandKind.Read, CallResult.PageFault));
        Assert.Equal(0, coverage.Of(CommandKind.Vfree));
    }

    [Fact]
    public void Tells_faults_by_place_and_by_what_became_of_the_call()
    {
        Coverage coverage = Run(
            """
            p0 = vmalloc(64) fail page once 0
            p1 = vmalloc(128) fail page once 1
            p2 = vmalloc(64) fail page once 5
            p3 = vmalloc(64) fail table once 0
            """);
        Assert.Equal(1, Of(coverage, "fault at page", "1st fails it"));
        Assert.Equal(1, Of(coverage, "fault at page", "2nd"));
        Assert.Equal(1, Of(coverage, "fault at page", "not reached"));
        Assert.Equal(1, Of(coverage, "fault at table", "1st fails it"));
        Assert.Contains("fault at slab: 1st fails it", coverage.NotExercised(Era.V2632));
        Assert.DoesNotContain("fault at page: 1st fails it", coverage.NotExercised(Era.V2632));
    }

    [Fact]
    public void Tells_where_in_its_hole_a_range_was_placed()
    {
        Coverage coverage = Run(
            """
            p0 = vmalloc(64)
            a1 = __get_vm_area(64, VM_MAP, START+0x400, START+0x500)
            """);
        Assert.Equal(1, Of(coverage, "fit", "low edge of a hole"));
        Assert.Equal(1, Of(coverage, "fit", "in the middle"));
        Assert.Equal(0, Of(coverage, "fit", "fills its hole"));
    }

    [Fact]
    public void Tells_what_came_of_percpu_groups()
    {
        Coverage coverage = Run(
            """
            v0 = pcpu_get_vm_areas([0+64], 64, GFP_KERNEL)
            v1 = pcpu_get_vm_areas([0+64, 128+64], 64, GFP_KERNEL)
            v2 = pcpu_get_vm_areas([128+64, 0+64], 64, GFP_KERNEL)
            v3 = pcpu_get_vm_areas([0+64, 6272+64], 64, GFP_KERNEL)
            v4 = pcpu_get_vm_areas([0+6400], 64, GFP_KERNEL)
            """);
        Assert.Equal(1, Of(coverage, "percpu group", "of one area"));
        Assert.Equal(1, Of(coverage, "percpu group", "of several, the highest last"));
        Assert.Equal(1, Of(coverage, "percpu group", "of several in another order"));
        Assert.Equal(1, Of(coverage, "percpu group", "refused for want of a place"));
        Assert.Equal(1, Of(coverage, "percpu group", "beyond the whole range"));
    }

    [Fact]
    public void Tells_how_far_a_call_had_come_in_which_the_list_was_read()
    {
        Coverage coverage = Run(
            """
            p0 = vmalloc(64) list slab 0
            p1 = vmalloc(64) list slab 2
            p2 = vmalloc(64) list page 0
            p3 = vmalloc(128) list page 1
            p4 = vmalloc(512) list table 0
            p5 = vmalloc(64) list page 1
            """);
        Dimension readings = coverage.Terms.All.Single(one => one.Name == "list read in a call");
        Assert.All(readings.Values, (_, value) => Assert.Equal(1, readings.Of(value)));
    }

    [Fact]
    public void Tells_how_deep_a_pages_array_nests()
    {
        Coverage coverage = Run(
            """
            p0 = vmalloc(64)
            p1 = vmalloc(576)
            p2 = vmalloc_exec(64)
            """);
        Assert.Equal(2, Of(coverage, "pages array", "in the slab"));
        Assert.Equal(1, Of(coverage, "pages array", "nested"));
        Assert.Equal(2, Of(coverage, "protection", "PAGE_KERNEL"));
        Assert.Equal(1, Of(coverage, "protection", "PAGE_KERNEL_EXEC"));
    }

    [Fact]
    public void Tells_why_a_purge_came()
    {
        Coverage coverage = Run(
            """
            p0 = vmalloc(64)
            vfree(p0)
            vm_unmap_aliases()
            p1 = vmalloc(1536)
            vfree(p1)
            """);
        Assert.Equal(1, Of(coverage, "purge", "vm_unmap_aliases"));
        Assert.Equal(1, Of(coverage, "purge", "the mark was crossed"));
        Assert.Equal(0, Of(coverage, "purge", "no hole was left"));
    }

    [Fact]
    public void Tells_which_mistake_an_illegal_free_was()
    {
        Coverage coverage = Run(
            """
            p0 = vmalloc(128)
            vfree(NULL)
            vfree(p0+1)
            vfree(p0+0x40)
            vunmap(p0)
            vfree(p0)
            vfree(p0)
            vfree(p0+0x1000)
            """);
        Dimension illegal = coverage.Terms.All.Single(one => one.Name == "illegal free");
        Assert.All(illegal.Values, (_, value) => Assert.Equal(1, illegal.Of(value)));
    }

    [Fact]
    public void Counts_the_transitions_that_the_model_made()
    {
        Coverage coverage = Run(
            """
            p0 = vmalloc(64)
            vfree(p0)
            """);
        Assert.Equal(1, coverage.Transitions["Populated --> Mapped : Map"]);
        Assert.Equal(1, coverage.Transitions["Mapped --> Unlisted : Unlist"]);
        Assert.Equal(0, coverage.Transitions["Lazy --> Freeing : Purge"]);
        Assert.Contains("Lazy --> Freeing : Purge", coverage.NotExercised(Era.V2632));
    }

    [Fact]
    public void Expects_as_many_new_states_as_were_seen_only_once()
    {
        AbstractStates states = new();
        Assert.Equal(1000, states.ExpectedNew(1000));
        Checker checker = new(Target) { Observer = states.Add };
        checker.Run(Parse("p0 = vmalloc(64)\ngrace()\ngrace()\ngrace()"));
        Assert.Equal(2, states.Seen);
        Assert.Equal(250, states.ExpectedNew(1000));
        checker.Run(Parse("p0 = vmalloc(64)"));
        Assert.Equal(0, states.ExpectedNew(1000));
    }

    [Fact]
    public void Names_what_is_missing_until_it_comes()
    {
        Coverage coverage = new();
        Assert.Contains("vmalloc", coverage.NotExercised(Era.V2632));
        Assert.DoesNotContain("vzalloc", coverage.NotExercised(Era.V2632));
        Assert.Contains("vzalloc", coverage.NotExercised(Era.V2637));
        Add(coverage, Step(CommandKind.Vmalloc, Outcome.Pointer(0)));
        Assert.Contains("vmalloc that succeeds", coverage.NotExercised(Era.V2632));
        Coverage other = new();
        Add(other, Step(CommandKind.Vmalloc, Outcome.Pointer(0x1000)));
        Assert.Contains("vmalloc that fails", other.NotExercised(Era.V2632));
        other.Add(coverage);
        Assert.DoesNotContain(other.NotExercised(Era.V2632), line =>
            line.StartsWith("vmalloc that", StringComparison.Ordinal));
    }

    static ITarget Target => new Model.Model(Era.V2632, DefectMode.Fixed);

    static Trace Parse(string commands) => TraceReader.Read(
        TraceWriter.Write(new Trace(Machines.Toy, Era.V2632, DefectMode.Fixed, [])) + commands);

    static Coverage Run(string commands)
    {
        Coverage coverage = new();
        Checker checker = new(Target) { Observer = coverage.Add };
        Trace trace = Parse(commands);
        Assert.Null(checker.Run(trace));
        Assert.Equal(trace.Commands.Count, checker.Executed);
        coverage.AddTransitions(checker.Target);
        return coverage;
    }

    static long Of(Coverage coverage, string dimension, string value)
    {
        Dimension one = coverage.Terms.All.Single(other => other.Name == dimension);
        return one.Of(one.Values.ToList().IndexOf(value));
    }

    static void Add(Coverage coverage, Step step)
    {
        Ledger ledger = new();
        ledger.Boot(Target, Machines.Toy, DefectMode.Fixed);
        ledger.Begin(step);
        coverage.Add(ledger, step);
    }

    static Step Step(CommandKind kind, Outcome outcome)
    {
        Step step = new() { Outcome = outcome };
        step.Call.Take(new Command(kind));
        return step;
    }
}
