// SPDX-License-Identifier: GPL-2.0-only
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Verification.Search;
using Verification.Spec;
using Xunit;

namespace Verification.Properties;

/// <summary>
/// The incremental pass asks about what a step touched, the full pass about everything, a walk
/// about the target's own structures: the three must never disagree.
/// </summary>
public sealed class TwoSchedules
{
    static readonly Machine[] small =
        [.. Machines.All.Where(static machine => machine.Frames <= 160)];

    [Trait("Length", "long")]
    [Property(MaxTest = 1200, Replay = "(77,13)", QuietOnSuccess = true)]
    public Property Agree_on_the_fixed_model() => Prop.ForAll(
        Traces(DefectMode.Fixed), static trace => Agree(trace, New));

    [Trait("Length", "long")]
    [Property(MaxTest = 1200, Replay = "(78,15)", QuietOnSuccess = true)]
    public Property Agree_on_the_defects_of_the_era() => Prop.ForAll(
        Traces(DefectMode.Faithful), static trace => Agree(trace, New));

    [Theory]
    [MemberData(nameof(WrongTarget.Names), MemberType = typeof(WrongTarget))]
    public void Agree_on_a_target_with_a_planted_mistake(string mistake)
    {
        int found = 0;
        for (ulong number = 0; number < 60; number++)
        {
            Machine machine = small[(int)number % small.Length];
            Trace trace = Generator.Draw(
                Prng.Derive(5, number), machine, (Era)(number % 4), DefectMode.Fixed, 40);
            Assert.True(
                Agree(trace, other => WrongTarget.Of(mistake, New(other)), out bool broken));
            found += broken ? 1 : 0;
        }

        Assert.InRange(found, 1, 60);
    }

    [Trait("Length", "long")]
    [Fact]
    public void Agree_with_a_walk_after_each_step()
    {
        for (ulong number = 0; number < 280; number++)
        {
            Machine machine = Machines.All[(int)number % Machines.All.Count];
            Trace trace = Generator.Draw(
                Prng.Derive(9, number), machine, (Era)(number % 4), DefectMode.Fixed, 40);
            Violation? violation = new Checker(New(trace)) { FullEvery = 1 }.Run(trace);

            Assert.True(violation is null, $"trace {number} on {machine.Name}: {violation}");
        }
    }

    static Arbitrary<Trace> Traces(DefectMode mode) =>
        TraceArbitrary.Of(small, Eras.Modelled, mode, 40, static _ => null);

    static ITarget New(Trace trace) => new Model.Model(trace.Era, trace.Mode);

    static bool Agree(Trace trace, Func<Trace, ITarget> target) => Agree(trace, target, out _);

    static bool Agree(Trace trace, Func<Trace, ITarget> target, out bool broken)
    {
        Violation? touched = new Checker(target(trace)).Run(trace);
        Violation? all = new Checker(target(trace)) { FullAfterEachStep = true }.Run(trace);
        broken = touched is not null;
        return (touched?.Law, touched?.StepIndex) == (all?.Law, all?.StepIndex);
    }
}
