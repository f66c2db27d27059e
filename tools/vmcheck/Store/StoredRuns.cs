// SPDX-License-Identifier: GPL-2.0-only
using Verification.Search;
using Verification.Spec;

namespace Verification.Vmcheck;

/// <summary>What the traces of a store did on the target as it is now.</summary>
/// <param name="Findings">One for each that still fails.</param>
/// <param name="Passing">How many pass now; they stay, and are run again next time.</param>
/// <param name="PassedOver">How many are for another target, era, mode or machine.</param>
sealed record StoredRuns(IReadOnlyList<Finding> Findings, int Passing, int PassedOver)
{
    /// <summary>Runs every trace of a store that the plan's target can be asked.</summary>
    public static StoredRuns Of(
        TraceStore store, CampaignPlan plan, CheckedTarget target, CancellationToken stop)
    {
        List<Finding> findings = [];
        int passing = 0;
        int passedOver = 0;
        foreach (StoredTrace stored in store.Traces().TakeWhile(_ => !stop.IsCancellationRequested))
        {
            if (!IsFor(stored, plan, target))
            {
                passedOver++;
                continue;
            }

            ITarget fresh = target.Fresh(stored.Trace.Era, stored.Trace.Mode);
            if (Run(stored, store, plan, fresh) is { } finding)
            {
                findings.Add(finding);
            }
            else
            {
                passing++;
            }
        }

        return new(findings, passing, passedOver);
    }

    /// <summary>A sentence; empty when there was nothing to run.</summary>
    public override string ToString()
    {
        int ran = Findings.Count + Passing;
        string told = ran == 0 ? "" : $"{Words.Of(ran, "stored trace")}: "
            + $"{Findings.Count} still fail{(Findings.Count == 1 ? "s" : "")}, "
            + $"{Passing} pass{(Passing == 1 ? "es" : "")} now";
        return PassedOver == 0 ? told : told + (ran == 0 ? "" : "; ")
            + $"{Words.Of(PassedOver, "stored trace")} of another target, era, mode or machine "
            + "passed over";
    }

    static bool IsFor(StoredTrace stored, CampaignPlan plan, CheckedTarget target) =>
        stored.IsOf(plan.Target)
        && plan.Eras.Contains(stored.Trace.Era) && plan.Mode == stored.Trace.Mode
        && target.Library?.Accepts(stored.Trace.Machine, out _) != false;

    /// <summary>Null when it breaks no law.</summary>
    static Finding? Run(StoredTrace stored, TraceStore store, CampaignPlan plan, ITarget target)
    {
        Violation[] broken = [.. new Trial(target).Run(stored.Trace)];
        bool isAsItWas = store.Knows(stored);
        store.Ran(stored, broken.Length > 0);
        if (broken.Length == 0)
        {
            return null;
        }

        Violation? same = broken.FirstOrDefault(one => $"{one.Cluster}" == stored.Cluster);
        Finding finding = Finding.Of(
            plan, stored.Trace, same ?? broken[0], target, same is not null && isAsItWas);
        return !finding.Shrunk.Trace.Equals(stored.Trace) ? finding : finding with
        {
            Failure = finding.Failure with { File = stored.File },
        };
    }
}
