// SPDX-License-Identifier: GPL-2.0-only
using Verification.Search;
using Verification.Spec;

namespace Verification.Bench;

/// <summary>
/// Commands a CPU second on one machine, in sequences of 50; generation and garbage included.
/// </summary>
/// <param name="Checked">With all laws.</param>
/// <param name="Unchecked">The same traces without laws; the ledger is kept in both.</param>
sealed record Speed(double Checked, double Unchecked)
{
    const int Traces = 6000;
    const int Length = 50;

    public static Speed Of(Machine machine)
    {
        double[] speeds = Of(
            machine, Era.V2632, new Checker(Target()), new Checker(Target(), []));
        return new(speeds[0], speeds[1]);
    }

    /// <summary>Of each checker the median of its rounds, which they make by turns.</summary>
    public static double[] Of(Machine machine, Era era, params Checker[] checkers)
    {
        List<double>[] speeds = [.. checkers.Select(static _ => new List<double>())];
        for (int round = 0; round <= Median.Rounds; round++)
        {
            for (int i = 0; i < checkers.Length; i++)
            {
                double speed = Round(checkers[i], machine, era, round);
                if (round > 0)
                {
                    speeds[i].Add(speed);
                }
            }
        }

        return [.. speeds.Select(Median.Of)];
    }

    static Model.Model Target() => new(Era.V2632, DefectMode.Fixed);

    /// <summary>Round 0 warms up.</summary>
    static double Round(Checker checker, Machine machine, Era era, int round)
    {
        long before = checker.Executed;
        TimeSpan began = System.Environment.CpuUsage.TotalTime;
        for (int trace = 0; trace < Traces; trace++)
        {
            ulong seed = Prng.Derive((ulong)round, (ulong)trace);
            checker.Run(Generator.Draw(seed, machine, era, DefectMode.Fixed, Length));
        }

        return (checker.Executed - before)
            / (System.Environment.CpuUsage.TotalTime - began).TotalSeconds;
    }
}
