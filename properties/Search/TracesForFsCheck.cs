// SPDX-License-Identifier: GPL-2.0-only
using FsCheck;
using FsCheck.Fluent;
using Verification.Search;
using Verification.Spec;
using Xunit;

namespace Verification.Properties;

public sealed class TracesForFsCheck
{
    static readonly Trace minimum = NamedTraces.Draw(1, Machines.Toy, 2);

    [Fact]
    public void Are_drawn_from_the_machines_and_eras_asked_for()
    {
        Machine[] machines = [Machines.Toy, Machines.Tight64];
        Arbitrary<Trace> traces = TraceArbitrary.Of(
            machines, [Era.V2637], DefectMode.Faithful, 20, _ => null);
        Trace[] drawn = [.. traces.Generator.Sample(50)];
        Assert.Equal(machines.Order(ByName), drawn.Select(t => t.Machine).Distinct().Order(ByName));
        Assert.All(drawn, trace => Assert.Equal(
            (Era.V2637, DefectMode.Faithful, 20), (trace.Era, trace.Mode, trace.Commands.Count)));
        Assert.True(drawn.Distinct().Count() > 45);
    }

    [Fact]
    public void Have_the_finished_minimum_as_their_only_shrink_candidate()
    {
        Arbitrary<Trace> traces = Of(_ => minimum);
        Trace candidate = Assert.Single(traces.Shrinker(traces.Generator.Sample(1).Single()));
        Assert.Same(minimum, candidate);
        Assert.Empty(traces.Shrinker(candidate));
    }

    [Fact]
    public void Have_no_candidate_when_nothing_fails() =>
        Assert.Empty(Of(_ => null).Shrinker(NamedTraces.Draw(2, Machines.Toy, 9)));

    [Fact]
    public void Are_reported_by_FsCheck_at_their_minimum()
    {
        Trace? last = null;
        Property fails = Prop.ForAll(Of(_ => minimum), trace =>
        {
            last = trace;
            return false;
        });
        Assert.ThrowsAny<Exception>(() => Check.One(Config.QuickThrowOnFailure, fails));
        Assert.Same(minimum, last);
    }

    static Comparer<Machine> ByName { get; } =
        Comparer<Machine>.Create((a, b) => string.CompareOrdinal(a.Name, b.Name));

    static Arbitrary<Trace> Of(Func<Trace, Trace?> minimise) =>
        TraceArbitrary.Of([Machines.Toy], [Era.V2632], DefectMode.Fixed, 9, minimise);
}
