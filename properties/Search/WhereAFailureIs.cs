// SPDX-License-Identifier: GPL-2.0-only
using Verification.Search;
using Verification.Spec;
using Xunit;

namespace Verification.Properties;

/// <summary>The shrinker follows the step at which a trace fails, from run to run.</summary>
public sealed class WhereAFailureIs
{
    const ulong Page = 4096;

    static readonly Command grace = new(CommandKind.Grace);

    readonly List<Trace> tried = [];

    /// <summary>Of what comes after it nothing is run again.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(5)]
    public void Is_the_end_of_all_that_is_tried(int before)
    {
        Trace trace = Of(
            [.. Enumerable.Range(0, before).Select(Block), Free, .. Enumerable.Repeat(grace, 5)]);

        Shrunk shrunk = new Shrinker(FirstFree).Shrink(trace)!;

        Assert.Equal([CommandKind.Vfree], shrunk.Trace.Commands.Select(one => one.Kind));
        Assert.Equal(0, shrunk.Symptom.Step);
        Assert.All(tried.Skip(1), one => Assert.True(one.Commands.Count <= before + 1));
    }

    /// <summary>Such as what a walk shows before the first command.</summary>
    [Fact]
    public void May_be_no_step_at_all()
    {
        Shrunk shrunk = new Shrinker(static trace => trace.Commands.Contains(grace)
            ? new Symptom("odd", -1) : null).Shrink(Of(Block(0), Free, grace, Block(1)))!;

        Assert.Equal([grace], shrunk.Trace.Commands);
        Assert.Equal(-1, shrunk.Symptom.Step);
    }

    /// <summary>One shrinker serves many traces, of targets that change between them.</summary>
    [Fact]
    public void Is_looked_for_anew_in_each_trace()
    {
        Trace trace = Of(Block(0), Free, grace);
        bool onlyWhole = true;
        Shrinker shrinker = new(one => onlyWhole && !one.Equals(trace) ? null
            : one.Commands.Contains(grace) ? new Symptom("odd", one.Commands.Count - 1) : null);

        Assert.Equal(3, shrinker.Shrink(trace)!.Trace.Commands.Count);
        onlyWhole = false;
        Assert.Equal([grace], shrinker.Shrink(trace)!.Trace.Commands);
    }

    [Fact]
    public void Is_looked_for_in_300_runs_and_20_seconds_at_most()
    {
        Shrinker shrinker = new(static _ => null);

        Assert.Equal((300, TimeSpan.FromSeconds(20)), (shrinker.MaxRuns, shrinker.MaxTime));
    }

    static Command Free => new(CommandKind.Vfree) { Pointer = Operand.FromStart(0) };

    static Command Block(int name) => new(CommandKind.Vmalloc) { Name = name, Size = Page };

    static Trace Of(params Command[] commands) =>
        new(Machines.Find("small")!, Era.V2632, DefectMode.Fixed, commands);

    Symptom? FirstFree(Trace trace)
    {
        tried.Add(trace);
        int step = trace.Commands.ToList().FindIndex(one => one.Kind == CommandKind.Vfree);
        return step < 0 ? null : new Symptom("frees", step);
    }
}
