// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Search;

/// <summary>
/// Runs cells on a target and says what is wrong with each: a broken law, a fault that did not
/// fire, a call without trouble that fails, a failure that leaves more each time, something left
/// at the end. It needs nothing but the trace, so that a trace file is judged as the matrix judged
/// it. Serves one thread.
/// </summary>
public sealed class CellJudge
{
    readonly Checker checker;
    readonly List<Visit> visits = [];
    readonly List<Holdings> held = [];
    readonly Checker untroubled;
    CellShape shape = null!;
    Trace trace = null!;
    CellStep met;
    bool succeeded;
    string? astray;

    /// <param name="target">What is judged; it has to report events.</param>
    public CellJudge(ITarget target)
    {
        checker = new(target) { Observer = Look };
        untroubled = new(target, []);
    }

    /// <summary>Commands executed so far.</summary>
    public long Executed => checker.Executed + untroubled.Executed;

    /// <summary>Allocations of the call in trouble, in order; of the last cell judged.</summary>
    public List<Visit> Visits { get; } = [];

    /// <summary>
    /// Judges a cell: an armed fault has to fire, or addresses to run short, or else the call to
    /// succeed.
    /// </summary>
    public CellVerdict Judge(Trace cell)
    {
        Violation? violation = Run(cell);
        return Verdict(violation, cell.Commands[shape.Trouble].Fault.IsArmed
            ? met.Fired == (shape.Retry >= 0) ? null
                : met.Fired ? "the fault fired in a call that allocates nothing"
                : "the fault did not fire"
            : shape.RunsShort
            ? met.RanShort ? null : "addresses did not run short"
            : met.Result == CellStep.Success ? null : "the call fails without a fault");
    }

    /// <summary>Judges a fault beyond the last allocation: it must not fire.</summary>
    public CellVerdict JudgeBeyond(Trace cell)
    {
        Violation? violation = Run(cell);
        return Verdict(violation, met.Fired ? "it allocates once more than without a fault" : null);
    }

    Violation? Run(Trace cell)
    {
        trace = cell;
        shape = CellShape.Of(cell.Commands)
            ?? throw new ArgumentException(
                "no call is made twice, and none has a fault", nameof(cell));
        met = default;
        succeeded = false;
        astray = null;
        Visits.Clear();
        held.Clear();
        return checker.Run(cell);
    }

    CellVerdict Verdict(Violation? violation, string? unmet) => new()
    {
        Result = met.Result ?? "not made",
        Violation = violation,
        Reached = met.Fired || met.RanShort,
        Failures = met.Failures,
        IsNotMade = violation is null && met.Result is null && IsExcused,
        Wrong = violation is not null ? $"{violation.Law.Name}, {Place(violation.StepIndex)}"
            : astray ?? (met.Result is not null ? unmet
                : IsExcused ? null : "the call could not be made")
            ?? (shape.Retry < 0 || succeeded ? null
                : $"the same call without trouble fails, {Place(shape.Retry)}")
            ?? Growth ?? Leftovers(),
    };

    /// <summary>
    /// Without its fault the call is made, but with it the target would do what it is known to do.
    /// </summary>
    bool IsExcused => checker.Ledger.Profile.Excuses(KnownDefects.NofailMapsOverItself)
        && trace.Commands[shape.Trouble] is { Fault.IsArmed: true } call
        && (call.Gfp & Gfp.Nofail) != 0;

    /// <summary>
    /// What every round left beyond the one before it; null when that is nothing, or there was one
    /// round only. One of them may leave what a target caches.
    /// </summary>
    string? Growth => Holdings.Growth(held) is { } more
        ? $"repeating it keeps more each time: {more}" : null;

    /// <summary>
    /// What is held at the end, and would not be without the trouble; null when nothing is.
    /// </summary>
    string? Leftovers()
    {
        Holdings end = Holdings.Of(checker.Ledger);
        if (end.Beyond(Holdings.None) is null)
        {
            return null;
        }

        untroubled.Run(trace with { Commands = shape.WithoutTrouble(trace.Commands) });
        return end.Beyond(Holdings.Of(untroubled.Ledger)) is { } left
            ? $"left at the end: {left}" : null;
    }

    void Look(Ledger ledger, Step step)
    {
        Visit.Read(step, ledger.Machine, visits);
        bool mayTryAgain = ledger.Profile.HonoursNofail && (step.Call.Gfp & Gfp.Nofail) != 0;
        FaultPlan plan = default;
        plan.Arm(step.Call.Fault, step.Call.AlsoFault);
        foreach (Visit visit in visits)
        {
            bool due = visit.Site.Door != FaultSite.None && plan.Fails(visit.Site.Door);
            astray ??= due == visit.Failed || (mayTryAgain && plan.Fired) ? null
                : $"{visit.Site} ({TraceWords.Of(visit.Site.Door)} {visit.Index}) "
                    + $"{(due ? "was to fail and did not" : "failed and was not to")}, "
                    + Place(step.Index);
        }

        astray ??= plan.Fired || !step.FaultFired ? null
            : $"a fault fired at an allocation that no event tells of, {Place(step.Index)}";
        if (step.Index == shape.Trouble)
        {
            met = CellStep.Of(step, plan.Fired, visits);
            Visits.AddRange(visits);
        }
        else if (step.Index == shape.Retry)
        {
            succeeded = CellStep.ResultOf(step.Outcome) == CellStep.Success;
        }
        else if (held.Count < shape.Rounds.Count && shape.Rounds[held.Count].End == step.Index)
        {
            held.Add(Holdings.Of(ledger));
        }
    }

    string Place(int step) => $"step {step + 1} of {trace.Commands.Count}";
}
