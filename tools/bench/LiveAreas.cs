// SPDX-License-Identifier: GPL-2.0-only
using Verification.Search;
using Verification.Spec;

namespace Verification.Bench;

/// <summary>
/// What a command costs while few and while many areas live: its checking, in nanoseconds without
/// the target's own time; the target alone; and how much is checked, in law evaluations.
/// </summary>
sealed record LiveAreas(LiveAreas.Cost Few, LiveAreas.Cost Many)
{
    /// <summary>Of one command, on average.</summary>
    public sealed record Cost(double Checking, double Target, double Evaluations);

    const int Commands = 20_000;
    const int WarmUp = 4;

    static readonly Machine machine = new()
    {
        Name = "ten-thousand", End = 0x4900_3fff_ffff, TotalRam = 1 << 15, Frames = 1 << 15,
    };

    /// <param name="newest">
    /// The newest block is freed; else any, and what it was made of is no longer in the cache.
    /// </param>
    public static LiveAreas Measure(bool newest)
    {
        Trace few = Churn(10, newest);
        Trace many = Churn(10_000, newest);
        for (int round = 0; round < WarmUp; round++)
        {
            Run(few, 10);
            Run(many, 10_000);
        }

        List<Cost> costOfFew = [];
        List<Cost> costOfMany = [];
        for (int round = 0; round < Median.Rounds; round++)
        {
            costOfFew.Add(Run(few, 10));
            costOfMany.Add(Run(many, 10_000));
        }

        return new(Middle(costOfFew), Middle(costOfMany));
    }

    static Cost Middle(List<Cost> rounds) => new(
        Median.Of(rounds.Select(static cost => cost.Checking)),
        Median.Of(rounds.Select(static cost => cost.Target)),
        rounds[0].Evaluations);

    /// <summary>Makes so many blocks of a page, then frees and makes one by turns.</summary>
    static Trace Churn(int live, bool newest)
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
                    Pointer = Operand.NthLive(
                        Product.Block, newest ? live - 1 : prng.Below(live)),
                });
        }

        return new(machine, Era.V2632, DefectMode.Fixed, commands);
    }

    /// <summary>Of the last commands, after so many areas were made.</summary>
    static Cost Run(Trace trace, int live)
    {
        List<ulong> addresses = [];
        Model.Model target = new(trace.Era, trace.Mode);
        TimeSpan began = default;
        TimeSpan ended = default;
        long before = 0;
        long evaluations = 0;
        Checker checker = null!;
        checker = new(target)
        {
            Observer = (_, step) =>
            {
                addresses.Add(step.Call.Address);
                if (step.Index == live - 1)
                {
                    before = checker.Checks.Sum();
                    began = Cpu();
                }
                else if (step.Index == trace.Commands.Count - 1)
                {
                    ended = Cpu();
                    evaluations = checker.Checks.Sum() - before;
                }
            },
        };
        if (checker.Run(trace) is { } violation)
        {
            throw new InvalidOperationException($"the benchmark's own trace fails: {violation}");
        }

        TimeSpan alone = Alone(target, trace, addresses, live);
        return new(
            (ended - began - alone).TotalNanoseconds / Commands,
            alone.TotalNanoseconds / Commands, (double)evaluations / Commands);
    }

    static TimeSpan Alone(Model.Model target, Trace trace, List<ulong> addresses, int live)
    {
        Step step = new();
        TimeSpan began = default;
        target.Boot(trace.Machine);
        for (int i = 0; i < trace.Commands.Count; i++)
        {
            began = i == live ? Cpu() : began;
            step.Clear(i);
            step.Call.Take(trace.Commands[i]);
            step.Call.Address = addresses[i];
            target.Execute(step);
        }

        return Cpu() - began;
    }

    static TimeSpan Cpu() => System.Environment.CpuUsage.TotalTime;
}
