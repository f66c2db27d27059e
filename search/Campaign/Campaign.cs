// SPDX-License-Identifier: GPL-2.0-only
using System.Diagnostics;
using Verification.Spec;

namespace Verification.Search;

/// <summary>
/// A hunt: many traces against the laws, on several threads, to the end of its traces or its time.
/// It goes on after a violation and keeps the first one of each law.
/// </summary>
public sealed class Campaign
{
    readonly CampaignPlan plan;
    readonly Func<Era, DefectMode, ITarget> target;
    readonly Hunter[] hunters;
    readonly Stopwatch watch = new();
    CancellationToken stop;
    long next;
    volatile bool isOver;

    /// <param name="plan">What to try.</param>
    /// <param name="target">
    /// Makes a target of an era and mode; called once a thread and era.
    /// </param>
    public Campaign(CampaignPlan plan, Func<Era, DefectMode, ITarget> target)
    {
        this.plan = plan;
        this.target = target;
        hunters =
            [.. Enumerable.Range(0, plan.Jobs).Select(_ => new Hunter(plan, target, MustStop))];
    }

    /// <summary>The laws that bind the targets, in the order of the claim.</summary>
    public IReadOnlyList<Law> Laws =>
        [.. hunters[0].Laws.DistinctBy(law => law.Id).OrderBy(law => law.Id)];

    /// <summary>What was done so far; from any thread, while the hunt goes on.</summary>
    public CampaignFigures Progress()
    {
        CampaignFigures sum = new() { Time = watch.Elapsed };
        foreach (Hunter hunter in hunters)
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
        return new CampaignReport
        {
            Plan = plan,
            Target = first.Name,
            Figures = figures,
            States = States(),
            Laws = laws,
            NotCheckable =
                [.. Claim.All.Except(laws).Select(law => (law, law.WhyNot(first)!))],
            Findings = [.. Firsts()
                .Select(first => Finding.Of(plan, first.Law, first.Number, target))
                .OrderBy(static finding => finding.Behind.Count)],
        };
    }

    AbstractStates States()
    {
        AbstractStates sum = new();
        Array.ForEach(hunters, hunter => hunter.AddTo(sum));
        return sum;
    }

    /// <summary>Broken laws by the trace that broke them first.</summary>
    IEnumerable<(Law Law, long Number)> Firsts() => hunters
        .SelectMany(static hunter => hunter.FirstBroken)
        .GroupBy(static first => first.Key, static first => first.Value)
        .Select(static group => (Claim.All[group.Key], group.Min()))
        .OrderBy(static first => first.Item2)
        .ThenBy(static first => first.Item1.Id);

    void Hunt(Hunter hunter, List<Exception> thrown)
    {
        try
        {
            while (!isOver)
            {
                HuntBatch(hunter);
                hunter.Publish();
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

    void HuntBatch(Hunter hunter)
    {
        long first = Interlocked.Add(ref next, CampaignPlan.Batch) - CampaignPlan.Batch;
        for (long number = first; number < first + CampaignPlan.Batch; number++)
        {
            if (number >= plan.Traces || MustStop())
            {
                isOver = true;
                return;
            }

            Try(hunter, number);
        }
    }

    /// <summary>Also asked in the middle of a long trace.</summary>
    bool MustStop() => watch.Elapsed >= plan.Time || stop.IsCancellationRequested;

    void Try(Hunter hunter, long number)
    {
        try
        {
            hunter.Try(number);
        }
        catch (Exception wrong)
        {
            throw new InvalidOperationException(
                $"trace {number} of seed {plan.Seed} on machine {plan.MachineOf(number).Name}, "
                + $"era {plan.EraOf(number)}, {plan.Length} commands", wrong);
        }
    }
}
