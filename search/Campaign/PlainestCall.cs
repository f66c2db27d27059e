// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Search;

/// <summary>
/// Whether the call that breaks a law matters, or a plainer one breaks it as well: a defect that
/// all entry points share, or a fault that only happened to fire, is one defect and not many.
/// </summary>
static class PlainestCall
{
    const int MostRuns = 200;

    /// <summary>
    /// The cluster in which the law is still broken when all is gone from the failing call that may
    /// go, whatever cluster it leads to; the other calls stay.
    /// </summary>
    /// <param name="trace">Breaks the law; what follows does not matter.</param>
    /// <param name="violation">How it does.</param>
    /// <param name="target">Where it does; a death is not tried again.</param>
    public static Cluster Of(Trace trace, Violation violation, ITarget target)
    {
        Cluster cluster = violation.Cluster;
        if (violation.Law.Id == FailureLaws.CallsReturn.Id)
        {
            return cluster;
        }

        trace = trace with { Commands = [.. trace.Commands.Take(violation.StepIndex + 1)] };
        Checker checker = Shrinking.CheckerOf(violation.Law, target);
        int runs = 0;
        bool isPlainest;
        do
        {
            isPlainest = true;
            foreach (Trace plainer in Plainer(trace))
            {
                runs++;
                if (checker.Run(plainer) is { } found && found.Law.Id == violation.Law.Id
                    && found.StepIndex == violation.StepIndex)
                {
                    (trace, cluster, isPlainest) = (plainer, found.Cluster, false);
                    break;
                }
            }
        }
        while (!isPlainest && runs < MostRuns);

        return cluster;
    }

    static IEnumerable<Trace> Plainer(Trace trace) =>
        Simpler.Versions(trace.Commands[^1], trace.Machine).Select(
            last => trace with { Commands = [.. trace.Commands.SkipLast(1), last] });
}
