// SPDX-License-Identifier: GPL-2.0-only
using System.Diagnostics;
using Verification.Spec;

namespace Verification.Search;

/// <summary>
/// A hunt: many traces against the laws, on several threads, to the end of its traces or its time.
/// It goes on after a violation and keeps the first one of each cluster.
/// </summary>
public sealed class Campaign
{
    readonly CampaignPlan plan;
    readonly Func<Era, DefectMode, ITarget> target;
    readonly IHunter[] hunters;
    readonly Stopwatch watch = new();
    CancellationToken stop;
    long next;
    volatile bool isOver;

    /// <param name="plan">What to try.</param>
    /// <param name="target">
    /// Makes a target of an era and mode, in which what was found is shrunk.
    /// </param>
    /// <param name="hunter">
    /// Makes one of the plan's hunters, which asks the function it is given whether the hunt is
    /// over; null: each hunts in a target of its own, in this process.
    /// </param>
    public Campaign(
        CampaignPlan plan, Func<Era, DefectMode, ITarget> target,
        Func<Func<bool>, IHunter>? hunter = null)
    {
        this.plan = plan;
        this.target = target;
        hunter ??= isOver => new Hunter(plan, target, isOver);
        hunters = [.. Enumerable.Range(0, plan.Jobs).Select(_ => hunter(MustStop))];
    }

    /// <summary>The laws that bind the targets, in the order of the claim.</summary>
    public IReadOnlyList<Law> Laws =>
        [.. hunters[0].Laws.DistinctBy(law => law.Id).OrderBy(law => law.Id)];

    /// <summary>No trace is begun any more; what was found is yet to be shrunk.</summary>
    public bool IsOver => isOver;

    /// <summary>What was done so far; from any thread, while the hunt goes on.</summary>
    public CampaignFigures Progress()
    {
        CampaignFigures sum = new() { Time = watch.Elapsed };
        foreach (IHunter hunter in hunters)
        {
            hunter.AddTo(sum);
        }

        return sum;
    }

    /// <summary>
    /// Hunts until the plan is done or <paramref name="stop"/> says so, then shrinks what was
    /// found. An exception is a defect of the target or of the suite, and ends the hunt.
    /// </summary>
    public CampaignReport Run(CancellationToken stop = default)
    {
        this.stop = stop;
        watch.Start();
        List<Exception> thrown = [];
        Thread[] threads =
            [.. hunters.Select(hunter => new Thread(() => Hunt(hunter, thrown)))];
        Array.ForEach(threads, static thread => thread.Start());
        Array.ForEach(threads, static thread => thread.Join());
        watch.Stop();
        if (thrown.Count > 0)
        {
            throw new AggregateException("a trace could not be judged to its end", thrown);
        }

        CampaignFigures figures = Progress();
        IReadOnlyList<Law> laws = Laws;
        ITarget first = target(plan.Eras[0], plan.Mode);
        Clusters clusters = Clusters.Of(
            plan, hunters.SelectMany(static hunter => hunter.Broken), target);
        return new CampaignReport
        {
            Plan = plan,
            Target = first.Name,
            Figures = figures,
            States = States(),
            Laws = laws,
            NotCheckable =
                [.. Claim.All.Except(laws).Select(law => (law, law.WhyNot(first)!))],
            Findings = clusters.Findings,
            NotShrunk = clusters.NotShrunk,
        };
    }

    AbstractStates States()
    {
        AbstractStates sum = new();
        Array.ForEach(hunters, hunter => hunter.MoveTo(sum));
        return sum;
    }

    void Hunt(IHunter hunter, List<Exception> thrown)
    {
        using IHunter ended = hunter;
        try
        {
            while (!isOver)
            {
                HuntShare(hunter);
            }
        }
        catch (Exception wrong)
        {
            isOver = true;
            lock (thrown)
            {
                thrown.Add(wrong);
            }
        }
    }

    void HuntShare(IHunter hunter)
    {
        long share = hunter.Share;
        long first = Interlocked.Add(ref next, share) - share;
        long left = Math.Min((plan.Traces ?? long.MaxValue) - first, share);
        if (left > 0)
        {
            hunter.Hunt(first, left);
        }

        if (left < share || MustStop())
        {
            isOver = true;
        }
    }

    /// <summary>Also asked in the middle of a long trace.</summary>
    bool MustStop() => watch.Elapsed >= plan.Time || stop.IsCancellationRequested;
}
