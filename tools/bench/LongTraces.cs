// SPDX-License-Identifier: GPL-2.0-only
using System.Diagnostics;
using Verification.Search;
using Verification.Spec;
using Trace = Verification.Spec.Trace;

namespace Verification.Bench;

/// <summary>
/// Shrinks traces on which the faithful model breaks a law late, and of which four commands remain.
/// </summary>
sealed record LongTraces(int Traces, double Milliseconds, int MostRuns)
{
    /// <summary>Executed commands of a trace, the failing one included.</summary>
    public const int Steps = 500;

    const int Drawn = 1000;
    const int MostSeeds = 20_000;
    const int Core = 4;

    public static LongTraces Measure()
    {
        Checker checker = new(new Model.Model(Era.V2632, DefectMode.Faithful));
        Checker recorder = new(checker.Target) { Records = true };
        List<double> times = [];
        int most = 0;
        for (ulong seed = 0; seed < MostSeeds && times.Count <= Median.Rounds; seed++)
        {
            Trace drawn = Generator.Draw(
                seed, Machines.Toy, Era.V2632, DefectMode.Faithful, Drawn);
            if (recorder.Run(drawn) is not { } violation || recorder.Named.Count < Steps)
            {
                continue;
            }

            Trace trace = drawn with { Commands = [.. recorder.Named] };
            Stopwatch watch = Stopwatch.StartNew();
            Shrunk shrunk = Shrinking.Of(trace, violation.Law, checker.Target)!;
            if (shrunk.Trace.Commands.Count == Core)
            {
                times.Add(watch.Elapsed.TotalMilliseconds);
                most = Math.Max(most, shrunk.Runs);
            }
        }

        // The first one also compiled the shrinker.
        return times.Count > 1
            ? new(times.Count - 1, Median.Of(times.Skip(1)), most)
            : new(0, double.NaN, most);
    }
}
