// SPDX-License-Identifier: GPL-2.0-only
using Verification.Search;
using Verification.Spec;
using Environment = System.Environment;

namespace Verification.Museum;

/// <summary>
/// Traces, one after the other, against the laws in a planted model; one thread. Counts what is
/// executed with all its laws in force: running a trace again for a further law is not counted.
/// </summary>
sealed class Pursuit
{
    readonly HuntPlan bounds;
    readonly Func<long, Trace> draw;
    readonly Dictionary<Era, Trial> trials;
    readonly TimeSpan began = Environment.CpuUsage.TotalTime;

    public Pursuit(
        Planting planting, HuntPlan bounds, Func<long, Trace> draw, IEnumerable<Law>? laws = null)
    {
        this.bounds = bounds;
        this.draw = draw;
        trials = Eras.Modelled.ToDictionary(
            static era => era,
            era => new Trial(planting.Target(era, DefectMode.Fixed), IsOver, laws));
    }

    /// <summary>Number of the trace tried last.</summary>
    public long Number { get; private set; } = -1;

    public long Commands => trials.Values.Sum(static trial => trial.Executed);

    public TimeSpan Time => Environment.CpuUsage.TotalTime - began;

    /// <summary>
    /// Tries the next traces, until one breaks a law that is looked for; null at the bounds.
    /// </summary>
    /// <param name="wanted">Of the laws that one trace breaks, the one looked for, or null.</param>
    public Law? Next(Func<IReadOnlyList<Violation>, Law?> wanted)
    {
        Law? found = null;
        while (found is null && !IsOver())
        {
            Trace trace = draw(++Number);
            found = wanted(trials[trace.Era].Run(trace));
        }

        return found;
    }

    bool IsOver() => bounds.Stop.IsCancellationRequested || Commands >= bounds.Commands
        || (bounds.Time is { } most && Time >= most);
}
