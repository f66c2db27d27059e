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
        Checker lawful = new(Target());
        Checker lawless = new(Target(), []);
        Round(lawful, machine, 0);
        Round(lawless, machine, 0);
        List<double> with = [];
        List<double> without = [];
        for (int round = 1; round <= Median.Rounds; round++)
        {
            with.Add(Round(lawful, machine, round));
            without.Add(Round(lawless, machine, round));
        }

        return new(Median.Of(with), Median.Of(without));
    }

    static Model.Model Target() => new(Era.V2632, DefectMode.Fixed);

    static double Round(Checker checker, Machine machine, int round)
    {
        long before = checker.Executed;
        TimeSpan began = System.Environment.CpuUsage.TotalTime;
        for (int trace = 0; trace < Traces; trace++)
        {
            ulong seed = Prng.Derive((ulong)round, (ulong)trace);
            checker.Run(Generator.Draw(seed, machine, Era.V2632, DefectMode.Fixed, Length));
        }

        return (checker.Executed - before)
            / (System.Environment.CpuUsage.TotalTime - began).TotalSeconds;
    }
}
