// SPDX-License-Identifier: GPL-2.0-only
using System.Diagnostics;
using Verification.Search;
using Verification.Spec;
using Verification.Targets;
using Verification.Vmcheck;

namespace Verification.Bench;

/// <summary>
/// A library, hunted in a worker and in this process: the same batches of a campaign, all
/// laws, in turns. Checked commands a second by the clock, as two processes take part.
/// </summary>
/// <param name="InWorker">As `check` does it.</param>
/// <param name="InProcess">As `check` does it with the model.</param>
sealed record LibraryInAWorker(double InWorker, double InProcess)
{
    const long Traces = 6000;

    public static LibraryInAWorker Measure(Machine machine, string path)
    {
        using CLibrary inProcess = new(path);
        using WorkerLibrary inWorker = new(path, new(), CancellationToken.None);
        CampaignPlan plan = new()
        {
            Seed = 1, Machines = [machine], Eras = [inProcess.Profile.Era],
        };
        using IHunter here = new Hunter(plan, (_, _) => inProcess, static () => false);
        using IHunter there = inWorker.Hunter(plan, static () => false, CancellationToken.None);
        List<double> heres = [];
        List<double> theres = [];
        for (int round = 0; round <= Median.Rounds; round++)
        {
            // Round 0 warms up.
            heres.Add(Round(here, round));
            theres.Add(Round(there, round));
        }

        return new(Median.Of(theres.Skip(1)), Median.Of(heres.Skip(1)));
    }

    static double Round(IHunter hunter, long round)
    {
        long before = Commands(hunter);
        long began = Stopwatch.GetTimestamp();
        long end = (round + 1) * Traces;
        for (long first = round * Traces, share; first < end; first += share)
        {
            share = Math.Min(hunter.Share, end - first);
            hunter.Hunt(first, share);
        }

        double seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        return (Commands(hunter) - before) / seconds;
    }

    static long Commands(IHunter hunter)
    {
        CampaignFigures sum = new();
        hunter.AddTo(sum);
        return sum.Commands;
    }
}
