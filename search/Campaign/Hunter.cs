// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Search;

/// <summary>One thread's share of a campaign: its targets, and what it found and counted.</summary>
sealed class Hunter
{
    readonly CampaignPlan plan;
    readonly Dictionary<Era, Trial> trials;
    readonly CampaignFigures mine = new();
    volatile CampaignFigures published = new();

    public Hunter(
        CampaignPlan plan, Func<Era, DefectMode, ITarget> target, Func<bool> isOver)
    {
        this.plan = plan;
        trials = plan.Eras.ToDictionary(
            era => era, era => new Trial(target(era, plan.Mode), isOver));
    }

    /// <summary>The laws that bind a target of this campaign.</summary>
    public IEnumerable<Law> Laws => trials.Values.SelectMany(trial => trial.Laws);

    /// <summary>By law Id, the lowest trace that broke the law.</summary>
    public Dictionary<int, long> FirstBroken { get; } = [];

    /// <summary>Tries one trace.</summary>
    public void Try(long number)
    {
        Trace trace = plan.Draw(number);
        foreach (Violation violation in trials[trace.Era].Run(trace))
        {
            mine.CountBroken(violation.Law);
            FirstBroken.TryAdd(violation.Law.Id, number);
        }

        mine.Traces++;
    }

    /// <summary>Lets other threads see what was done.</summary>
    public void Publish()
    {
        CampaignFigures sum = new();
        sum.Add(mine);
        foreach (Trial trial in trials.Values)
        {
            trial.AddTo(sum);
        }

        published = sum;
    }

    /// <summary>Adds the situations seen; only once the hunt is over.</summary>
    public void AddTo(AbstractStates sum)
    {
        foreach (Trial trial in trials.Values)
        {
            trial.AddTo(sum);
        }
    }

    /// <summary>Adds what was published last; from any thread.</summary>
    public void AddTo(CampaignFigures sum) => sum.Add(published);
}
