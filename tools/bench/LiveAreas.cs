// SPDX-License-Identifier: GPL-2.0-only
using Verification.Search;
using Verification.Spec;

namespace Verification.Bench;

/// <summary>
/// What checking a command costs, in nanoseconds without the target's own time, while few and while
/// many areas live.
/// </summary>
sealed record LiveAreas(double Few, double Many)
{
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
            Cost(few, 10);
            Cost(many, 10_000);
        }

        List<double> costOfFew = [];
        List<double> costOfMany = [];
        for (int round = 0; round < Median.Rounds; round++)
        {
            costOfFew.Add(Cost(few, 10));
            costOfMany.Add(Cost(many, 10_000));
        }

        return new(Median.Of(costOfFew), Median.Of(costOfMany));
    }

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

    /// <summary>CPU time of the last commands, less that of the target alone.</summary>
    static double Cost(Trace trace, int live)
    {
        List<ulong> addresses = [];
        Model.Model target = new(trace.Era, trace.Mode);
        TimeSpan began = default;
        TimeSpan ended = default;
        Checker checker = new(target)
        {
            Observer = (_, step) =>
            {
                addresses.Add(step.Call.Address);
                if (step.Index == live - 1)
                {
                    began = Cpu();
                }
                else if (step.Index == trace.Commands.Count - 1)
                {
                    ended = Cpu();
                }
            },
        };
        if (checker.Run(trace) is { } violation)
        {
            throw new InvalidOperationException($"the benchmark's own trace fails: {violation}");
        }

        TimeSpan checking = ended - began - Alone(target, trace, addresses, live);
        return checking.TotalNanoseconds / Commands;
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
