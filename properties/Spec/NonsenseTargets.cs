// SPDX-License-Identifier: GPL-2.0-only
using Verification.Search;
using Verification.Spec;
using Xunit;

namespace Verification.Properties;

/// <summary>
/// A target may report anything: the checker answers with a broken law, never a crash.
/// </summary>
public sealed class NonsenseTargets
{
    [Trait("Length", "long")]
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Break_a_law_and_nothing_else(ulong seed)
    {
        int broken = 0;
        for (ulong number = 0; number < 1500; number++)
        {
            ulong drawn = Prng.Derive(seed, number);
            Checker checker = new(new Babbler(drawn));
            Trace trace = Generator.Draw(drawn, Machines.Toy, Era.V2632, DefectMode.Fixed, 20);
            broken += checker.Run(trace) is null ? 0 : 1;
        }

        Assert.Equal(1500, broken);
    }

    [Fact]
    public void Which_throw_are_told_from_those_that_warn()
    {
        Trace trace = Generator.Draw(1, Machines.Toy, Era.V2632, DefectMode.Fixed, 5);
        Violation? violation = new Checker(new Thrower()).Run(trace);

        Assert.Equal(FailureLaws.NoCallEndsInABug, violation?.Law);
        Assert.Contains("out of order", violation?.Culprits, StringComparison.Ordinal);
    }

    /// <summary>Answers every call with events drawn at random.</summary>
    sealed class Babbler(ulong seed) : ITarget
    {
        Prng prng = new(seed);
        Machine machine = Machines.Toy;

        public string Name => "babbler";

        public Profile Profile { get; } = Profile.Of(Era.V2632, DefectMode.Fixed);

        public Observations Observes => Observations.All;

        public void Boot(Machine fresh) => machine = fresh;

        public void Execute(Step step)
        {
            int kinds = Enum.GetValues<EventKind>().Length;
            for (int events = prng.Below(12) + 1; events > 0; events--)
            {
                ulong address = Number();
                step.Add(new Event(
                    (EventKind)prng.Below(kinds), (byte)prng.Below(6), prng.Below(200) - 20,
                    prng.Below(5) - 2, (Gfp)(uint)prng.Below(1 << 20), address,
                    unchecked(address + Number()), Number()));
            }

            step.Outcome = new Outcome((OutcomeKind)prng.Below(7), Number(), Number());
        }

        public void Walk(Picture picture) =>
            picture.VmapAreas.Add(new VmapEntry(Number(), Number(), 0));

        public ulong Content(int frame) => 0;

        /// <summary>An address of the range, a small number, or anything.</summary>
        ulong Number() => prng.Below(4) switch
        {
            0 => prng.Next(),
            1 => (ulong)prng.Below(300),
            _ => machine.Start + ((ulong)prng.Below(100) << machine.PageShift),
        };
    }

    sealed class Thrower : ITarget
    {
        public string Name => "thrower";

        public Profile Profile { get; } = Profile.Of(Era.V2632, DefectMode.Fixed);

        public Observations Observes => Observations.All;

        public void Boot(Machine machine)
        {
        }

        public void Execute(Step step) => throw new InvalidOperationException("out of order");

        public void Walk(Picture picture)
        {
        }

        public ulong Content(int frame) => 0;
    }
}
