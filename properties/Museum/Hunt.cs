// SPDX-License-Identifier: GPL-2.0-only
using Verification.Search;
using Verification.Spec;

namespace Verification.Museum;

/// <summary>
/// Hunts one exhibit as <c>check</c> hunts: its machines, eras, lengths and traces, one thread. The
/// first trace that breaks a law named by the exhibit ends it.
/// </summary>
public sealed class Hunt
{
    readonly Exhibit exhibit;
    readonly HuntPlan bounds;
    readonly CampaignPlan plan;
    readonly Dictionary<Era, Trial> trials;
    readonly Planting planting;
    readonly List<Law> others = [];
    TimeSpan began;

    Hunt(Exhibit exhibit, HuntPlan bounds, Planting planting)
    {
        this.exhibit = exhibit;
        this.bounds = bounds;
        this.planting = planting;
        plan = new() { Seed = bounds.Seed };
        trials = plan.Eras.ToDictionary(
            static era => era, era => new Trial(planting.Target(era, plan.Mode), IsOver));
    }

    /// <summary>Hunts in a planted model.</summary>
    public static HuntResult Run(Exhibit exhibit, HuntPlan bounds, Planting planting) =>
        new Hunt(exhibit, bounds, planting).Run();

    HuntResult Run()
    {
        began = System.Environment.CpuUsage.TotalTime;
        for (long number = 0; ; number++)
        {
            Law? law = Try(number);
            if (law is not null || IsOver())
            {
                TimeSpan time = Elapsed;
                return new()
                {
                    Exhibit = exhibit,
                    Commands = Commands,
                    Time = time,
                    Others = others,
                    Finding = law is null ? null : Finding.Of(plan, law, number, planting.Target),
                };
            }
        }
    }

    /// <summary>The law the exhibit names, when this trace breaks one.</summary>
    Law? Try(long number)
    {
        Trace trace = plan.Draw(number);
        Law[] broken = [.. trials[trace.Era].Run(trace).Select(static one => one.Law)];
        if (exhibit.Breaks.FirstOrDefault(broken.Contains) is { } named)
        {
            return named;
        }

        others.AddRange(broken.Except(others));
        return null;
    }

    long Commands => trials.Values.Sum(static trial => trial.Executed);

    TimeSpan Elapsed => System.Environment.CpuUsage.TotalTime - began;

    bool IsOver() => bounds.Stop.IsCancellationRequested || Elapsed >= bounds.Time
        || Commands >= bounds.Commands;
}
