// SPDX-License-Identifier: GPL-2.0-only
using System.Diagnostics;
using Verification.Search;
using Verification.Spec;
using Trace = Verification.Spec.Trace;

namespace Verification.Bench;

/// <summary>
/// What checking a command costs, in nanoseconds without the target's own time, while few and while
/// many areas live.
/// </summary>
sealed record LiveAreas(double Few, double Many)
{
    const int Commands = 20_000;

    static readonly Machine machine = new()
    {
        Name = "ten-thousand", End = 0x4900_3fff_ffff, TotalRam = 1 << 15, Frames = 1 << 15,
    };

    public static LiveAreas Measure()
    {
        Trace few = Churn(10);
        Trace many = Churn(10_000);
        Cost(few, 10);
        Cost(many, 10_000);
        List<double> costOfFew = [];
        List<double> costOfMany = [];
        for (int round = 0; round < Median.Rounds; round++)
        {
            costOfFew.Add(Cost(few, 10));
            costOfMany.Add(Cost(many, 10_000));
        }

        return new(Median.Of(costOfFew), Median.Of(costOfMany));
    }

    /// <summary>Makes so many blocks of a page, then frees and makes one of them by turns.</summary>
    static Trace Churn(int live)
    {
        Prng prng = new(1);
        List<Command> commands = [];
        for (int i = 0; i < live + Commands; i++)
        {
            bool makes = i < live || (i - live) % 2 == 1;
            commands.Add(makes
                ? new Command(CommandKind.Vmalloc) { Name = i, Size = machine.PageSize }
                : new Command(CommandKind.Vfree)
                {
                    Pointer = Operand.NthLive(Product.Block, prng.Below(live)),
                });
        }

        return new(machine, Era.V2632, DefectMode.Fixed, commands);
    }

    static double Cost(Trace trace, int live)
    {
        Timed target = new(new Model.Model(trace.Era, trace.Mode));
        long began = 0;
        long ended = 0;
        Checker checker = new(target)
        {
            Observer = (_, step) =>
            {
                ended = Stopwatch.GetTimestamp();
                if (step.Index == live - 1)
                {
                    began = ended;
                    target.Ticks = 0;
                }
            },
        };
        if (checker.Run(trace) is { } violation)
        {
            throw new InvalidOperationException($"the benchmark's own trace fails: {violation}");
        }

        long ticks = ended - began - target.Ticks;
        return ticks * 1e9 / Stopwatch.Frequency / Commands;
    }

    /// <summary>Knows how long its target took.</summary>
    sealed class Timed(ITarget target) : ITarget
    {
        public long Ticks { get; set; }

        public string Name => target.Name;

        public Profile Profile => target.Profile;

        public Observations Observes => target.Observes;

        public void Boot(Machine machine) => target.Boot(machine);

        public void Execute(Step step)
        {
            long began = Stopwatch.GetTimestamp();
            target.Execute(step);
            Ticks += Stopwatch.GetTimestamp() - began;
        }

        public void Walk(Picture picture) => target.Walk(picture);

        public ulong Content(int frame) => target.Content(frame);
    }
}
