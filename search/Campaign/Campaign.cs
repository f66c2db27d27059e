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
    static readonly TimeSpan betweenCheckPoints = TimeSpan.FromSeconds(1);

    readonly CampaignPlan plan;
    readonly Func<Era, DefectMode, ITarget> target;
    readonly IHunter[] hunters;
    readonly Logged[] logs;
    readonly Stopwatch watch = new();
    Shares shares = null!;
    CancellationToken stop;
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
        logs = [.. hunters.Select(static one => new Logged(one))];
    }

    /// <summary>Where it goes on, a check point of the same plan; else it begins.</summary>
    public CheckPoint Begun { get; init; } = new();

    /// <summary>
    /// Given a check point every second and when the hunt is over, on the thread of
    /// <see cref="Run"/>; null: nobody wants them.
    /// </summary>
    public Action<CheckPoint>? Keep { get; init; }

    /// <summary>Findings known before, which are not looked for again.</summary>
    public IReadOnlyList<Finding> Known { get; init; } = [];

    /// <summary>The laws that bind the targets, in the order of the claim.</summary>
    public IReadOnlyList<Law> Laws =>
        [.. hunters[0].Laws.DistinctBy(law => law.Id).OrderBy(law => law.Id)];

    /// <summary>No trace is begun any more; what was found is yet to be shrunk.</summary>
    public bool IsOver => isOver;

    /// <summary>What was done so far; from any thread, while the hunt goes on.</summary>
    public CampaignFigures Progress()
    {
        CampaignFigures sum = new() { Time = Begun.Figures.Time + watch.Elapsed };
        sum.Add(Begun.Figures);
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
        shares = new(Begun.Done, plan.Traces);
        watch.Start();
        List<Exception> thrown = [];
        Thread[] threads = [.. logs.Select(log => new Thread(() => Hunt(log, thrown)))];
        Array.ForEach(threads, static thread => thread.Start());
        foreach (Thread thread in threads)
        {
            while (!thread.Join(betweenCheckPoints))
            {
                KeepCheckPoint();
            }
        }

        watch.Stop();
        KeepCheckPoint();
        if (thrown.Count > 0)
        {
            throw new AggregateException("a trace could not be judged to its end", thrown);
        }

        CampaignFigures figures = Progress();
        IReadOnlyList<Law> laws = Laws;
        ITarget first = target(plan.Eras[0], plan.Mode);
        Clusters clusters = Clusters.Of(
            plan, Begun.Broken.Concat(hunters.SelectMany(static hunter => hunter.Broken)), target,
            Known);
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
        Begun.States.AddTo(sum);
        Array.ForEach(logs, log => log.AddTo(sum));
        return sum;
    }

    void KeepCheckPoint()
    {
        if (Keep is null)
        {
            return;
        }

        CheckPoint sum = new();
        sum.Add(Begun);
        Array.ForEach(logs, log => log.AddTo(sum));
        sum.Figures.Time = Begun.Figures.Time + watch.Elapsed;
        Keep(sum);
        Array.ForEach(logs, static log => log.Ask());
    }

    void Hunt(Logged log, List<Exception> thrown)
    {
        using IHunter hunter = log.Hunter;
        try
        {
            while (!isOver)
            {
                HuntShare(log);
            }

            log.Write();
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

    void HuntShare(Logged log)
    {
        (long first, long count) = shares.Take(log.Hunter.Share);
        if (count > 0)
        {
            log.Add(first, log.Hunter.Hunt(first, count));
        }

        if (count == 0 || MustStop())
        {
            isOver = true;
        }
    }

    /// <summary>Also asked in the middle of a long trace.</summary>
    bool MustStop() => Begun.Figures.Time + watch.Elapsed >= plan.Time
        || stop.IsCancellationRequested;
}
