// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Search;

/// <summary>
/// Finds every law that a trace breaks, not only the first: the trace is run again without the laws
/// already broken, until nothing more is found. So a shallow defect does not hide a deep one.
/// Serves one thread.
/// </summary>
public sealed class Trial
{
    /// <summary>Checkers kept besides the first: one defect breaks the same laws again.</summary>
    const int Kept = 4;

    readonly ITarget target;
    readonly Func<bool>? isOver;
    readonly IReadOnlyList<Law> laws;
    readonly Checker all;
    readonly Dictionary<string, Checker> without = [];
    readonly List<Violation> broken = [];
    readonly CampaignFigures retired = new();
    readonly Coverage coverage = new();
    readonly AbstractStates states = new();

    /// <param name="target">What is tried.</param>
    /// <param name="isOver">True leaves the rest of a long trace out; null: never.</param>
    /// <param name="laws">Which laws to look at; null: all.</param>
    public Trial(ITarget target, Func<bool>? isOver = null, IEnumerable<Law>? laws = null)
    {
        this.target = target;
        this.isOver = isOver is null ? null : () => WasCutShort |= isOver();
        this.laws = [.. laws ?? Claim.All];
        all = new(target, this.laws) { Observer = Observe, IsOver = this.isOver };
    }

    /// <summary>The laws that bind the target.</summary>
    public IReadOnlyList<Law> Laws => all.Laws;

    /// <summary>True once the rest of a trace was left out.</summary>
    public bool WasCutShort { get; private set; }

    /// <summary>Commands executed with all laws in force, in all runs.</summary>
    public long Executed => all.Executed;

    /// <summary>
    /// The first violation of each law, in the order in which they hide each other; none when the
    /// trace breaks nothing. Valid until the next run. The search ends at events that do not fit
    /// together, as what the ledger holds from there on says nothing about the target, and at a
    /// call that does not return.
    /// </summary>
    public IReadOnlyList<Violation> Run(Trace trace)
    {
        broken.Clear();
        coverage.AddTrace(trace.Machine);
        Violation? violation = all.Run(trace);
        while (violation is not null)
        {
            broken.Add(violation);
            violation = IsLast(violation.Law) ? null : WithoutBroken().Run(trace);
        }

        return broken;
    }

    /// <summary>Adds what was done since the trial began.</summary>
    public void AddTo(CampaignFigures figures)
    {
        figures.Add(retired);
        figures.Add(all);
        figures.CoverageOf(target.Profile.Era).Add(coverage);
        figures.CoverageOf(target.Profile.Era).AddTransitions(target);
        foreach (Checker checker in without.Values)
        {
            figures.Add(checker);
        }
    }

    /// <summary>Hands over the situations seen since they were last asked for.</summary>
    public void MoveTo(AbstractStates sum) => states.MoveTo(sum);

    static bool IsLast(Law law) =>
        law.Id == FailureLaws.EventsFitTogether.Id || law.Id == FailureLaws.CallsReturn.Id;

    void Observe(Ledger ledger, Step step)
    {
        if (step.Outcome.Kind == OutcomeKind.Died)
        {
            return;
        }

        coverage.Add(ledger, step);
        states.Add(ledger, step);
    }

    Checker WithoutBroken()
    {
        string key = string.Join(',', broken.Select(violation => violation.Law.Id).Order());
        if (!without.TryGetValue(key, out Checker? checker))
        {
            if (without.Count == Kept)
            {
                Retire();
            }

            checker = new(target, laws.Where(
                law => broken.TrueForAll(known => known.Law.Id != law.Id)))
            {
                IsOver = isOver,
            };
            without.Add(key, checker);
        }

        return checker;
    }

    void Retire()
    {
        foreach (Checker checker in without.Values)
        {
            retired.Add(checker);
        }

        without.Clear();
    }
}
