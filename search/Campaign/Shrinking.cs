// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Search;

/// <summary>
/// Shrinks a trace that breaks a law, looking at no other; but what is left breaks it no later than
/// its events stop to fit together, or a replay would end there and not show the law.
/// </summary>
public static class Shrinking
{
    const int Runs = 2000;
    static readonly TimeSpan time = TimeSpan.FromSeconds(5);

    /// <summary>A candidate that dies costs a process, or some of its time limit.</summary>
    static readonly TimeSpan timeOfDeaths = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Null when the trace does not break the law. Bounded by runs, and by 5 s; 30 s for a death.
    /// </summary>
    /// <param name="trace">What breaks the law.</param>
    /// <param name="law">The one to keep broken.</param>
    /// <param name="target">Runs the candidates.</param>
    /// <param name="inCluster">
    /// What is left breaks the law in the same cluster; that of a death always does.
    /// </param>
    /// <param name="ran">Told of each run.</param>
    public static Shrunk? Of(
        Trace trace, Law law, ITarget target, bool inCluster = false, Action? ran = null)
    {
        inCluster |= law.Id == FailureLaws.CallsReturn.Id;
        Checker checker = CheckerOf(law, target);
        Shrinker shrinker = new(candidate =>
        {
            ran?.Invoke();
            return checker.Run(candidate) is { } violation && violation.Law.Id == law.Id
                ? new Symptom(
                    inCluster ? $"{violation.Cluster}" : law.Name, violation.StepIndex) : null;
        })
        {
            MaxRuns = Runs,
            MaxTime = law.Id == FailureLaws.CallsReturn.Id ? timeOfDeaths : time,
        };
        return shrinker.Shrink(trace);
    }

    /// <summary>Judges this law, and whether events fit together: else the law is moot.</summary>
    internal static Checker CheckerOf(Law law, ITarget target, bool records = false) =>
        new(target, Claim.All.Where(
            one => one.Id == law.Id || one.Id == FailureLaws.EventsFitTogether.Id))
        {
            Records = records,
        };
}
