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
        coverage.Add(Step(CommandKind.Vmalloc, Outcome.Pointer(0x1000)));
        coverage.Add(Step(CommandKind.Vmalloc, Outcome.Pointer(0)));
        coverage.Add(Step(CommandKind.MapVmArea, Outcome.Number(-Errno.ENOMEM)));
        coverage.Add(Step(CommandKind.Read, new Outcome(OutcomeKind.PageFault)));
        Assert.Equal(2, coverage.Of(CommandKind.Vmalloc));
        Assert.Equal(1, coverage.Of(CommandKind.Vmalloc, CallResult.Null));
        Assert.Equal(1, coverage.Of(CommandKind.MapVmArea, CallResult.Error));
        Assert.Equal(1, coverage.Of(CommandKind.Read, CallResult.PageFault));
        Assert.Equal(0, coverage.Of(CommandKind.Vfree));
    }

    [Fact]
    public void Tells_faults_that_fired_from_faults_that_were_only_armed()
    {
        Coverage coverage = new();
        coverage.Add(Step(CommandKind.Vmalloc, Outcome.Void, FaultSite.Page, fired: true));
        coverage.Add(Step(CommandKind.Vmalloc, Outcome.Void, FaultSite.Page));
        coverage.Add(Step(CommandKind.Vmalloc, Outcome.Void, FaultSite.Table));
        Assert.Equal((2, 1), coverage.Of(FaultSite.Page));
        Assert.Equal((1, 0), coverage.Of(FaultSite.Table));
        string[] missing = [.. coverage.NotExercised(Era.V2632)];
        Assert.Contains("a fault at site table", missing);
        Assert.DoesNotContain("a fault at site page", missing);
    }

    [Fact]
    public void Names_what_is_missing_until_it_comes()
    {
        Coverage coverage = new();
        Assert.Contains("vmalloc", coverage.NotExercised(Era.V2632));
        Assert.DoesNotContain("vzalloc", coverage.NotExercised(Era.V2632));
        Assert.Contains("vzalloc", coverage.NotExercised(Era.V2637));
        coverage.Add(Step(CommandKind.Vmalloc, Outcome.Pointer(0)));
        Assert.Contains("vmalloc that succeeds", coverage.NotExercised(Era.V2632));
        Coverage other = new();
        other.Add(Step(CommandKind.Vmalloc, Outcome.Pointer(0x1000)));
        Assert.Contains("vmalloc that fails", other.NotExercised(Era.V2632));
        other.Add(coverage);
        Assert.DoesNotContain(other.NotExercised(Era.V2632), line =>
            line.StartsWith("vmalloc that", StringComparison.Ordinal));
    }

    static Step Step(
        CommandKind kind, Outcome outcome, FaultSite site = FaultSite.None, bool fired = false)
    {
        Step step = new() { Outcome = outcome, FaultFired = fired };
        step.Call.Take(new Command(kind) { Fault = new(site, FaultMode.Once, 0) });
        return step;
    }
}
