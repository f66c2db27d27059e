// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Search;

/// <summary>A hunter in this process, with a target for each era.</summary>
/// <param name="plan">What to try.</param>
/// <param name="target">Makes a target of an era and mode; called once an era.</param>
/// <param name="isOver">True leaves the rest out, that of a long trace too.</param>
/// <param name="beginning">Told the number of each trace before it is tried; null: not.</param>
public sealed class Hunter(
    CampaignPlan plan, Func<Era, DefectMode, ITarget> target, Func<bool> isOver,
    Action<long>? beginning = null) : IHunter
{
    readonly Dictionary<Era, Trial> trials = plan.Eras.ToDictionary(
        era => era, era => new Trial(target(era, plan.Mode), isOver));

    readonly Dictionary<Cluster, FirstBroken> broken = [];
    readonly CampaignFigures mine = new();
    volatile CampaignFigures published = new();

    /// <inheritdoc/>
    public IEnumerable<Law> Laws => trials.Values.SelectMany(trial => trial.Laws);

    /// <inheritdoc/>
    public IEnumerable<FirstBroken> Broken => broken.Values;

    /// <inheritdoc/>
    public long Share => CampaignPlan.Batch;

    /// <inheritdoc/>
    public long? Hunt(long first, long count)
    {
        long number = first;
        for (; number < first + count && !isOver(); number++)
        {
            beginning?.Invoke(number);
            try
            {
                Try(number);
            }
            catch (Exception wrong) when (wrong is not OperationCanceledException)
            {
                throw new InvalidOperationException(
                    $"trace {number} of seed {plan.Seed} on machine {plan.MachineOf(number).Name}, "
                    + $"era {plan.EraOf(number)}, {plan.Length} commands", wrong);
            }
        }

        Publish();
        return trials.Values.Any(static trial => trial.WasCutShort) ? null : number - first;
    }

    /// <inheritdoc/>
    public void AddTo(CampaignFigures sum) => sum.Add(published);

    /// <inheritdoc/>
    public void MoveTo(AbstractStates sum)
    {
        foreach (Trial trial in trials.Values)
        {
            trial.MoveTo(sum);
        }
    }

    /// <summary>There is nothing to give back: who made the targets owns them.</summary>
    public void Dispose()
    {
    }

    void Try(long number)
    {
        Trace trace = plan.Draw(number);
        foreach (Violation violation in trials[trace.Era].Run(trace))
        {
            mine.CountBroken(violation.Law);
            broken.TryAdd(violation.Cluster, new FirstBroken(number, violation));
        }

        mine.Traces++;
    }

    /// <summary>Lets other threads see what was done.</summary>
    void Publish()
    {
        CampaignFigures sum = new();
        sum.Add(mine);
        foreach (Trial trial in trials.Values)
        {
            trial.AddTo(sum);
        }

        published = sum;
    }
}
