// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Spec;

/// <summary>
/// Runs a trace on a target and holds it to the laws after every step. Stops at the first
/// violation. Reusable; one instance serves one thread.
/// </summary>
public sealed class Checker
{
    // Long traces are asked this often whether to go on; usual ones never.
    const int LookEvery = 1024;

    readonly ITarget target;
    readonly Judge judge;
    readonly Environment environment = new();
    readonly Step step = new();
    readonly Picture picture = new();
    readonly List<Command> named = [];

    /// <param name="target">What is checked.</param>
    /// <param name="laws">Which laws; those that do not apply to the target are left out.</param>
    public Checker(ITarget target, IEnumerable<Law>? laws = null)
    {
        this.target = target;
        Laws = [.. (laws ?? Claim.All).Where(law => law.AppliesTo(target))];
        judge = new Judge(Laws);
    }

    /// <summary>The laws in force.</summary>
    public IReadOnlyList<Law> Laws { get; }

    public Ledger Ledger { get; } = new();

    /// <summary>How often each law had something to judge, by law Id.</summary>
    public IReadOnlyList<long> Checks => judge.Checks;

    /// <summary>Commands executed, in all runs.</summary>
    public long Executed { get; private set; }

    /// <summary>
    /// Commands passed over because a result they use does not exist, in all runs.
    /// </summary>
    public long Skipped { get; private set; }

    /// <summary>
    /// Commands not made, in all runs: the caller would break a duty that nothing checks, or the
    /// target does not know them.
    /// </summary>
    public long Refused { get; private set; }

    /// <summary>Steps between full passes with a walk; 0: only at the end of a trace.</summary>
    public int FullEvery { get; init; }

    /// <summary>
    /// Also makes the full pass after every step: slow, for tests of the checker.
    /// </summary>
    public bool FullAfterEachStep { get; init; }

    /// <summary>Writes down what was executed, with names in place of drafts.</summary>
    public bool Records { get; init; }

    /// <summary>Called after every judged step; null for none.</summary>
    public Action<Ledger, Step>? Observer { get; init; }

    /// <summary>
    /// Told of each command that is not made, by its index, and why; of one that is refused also
    /// what it lacks, as a sentence, or null where the version does not know the call.
    /// </summary>
    public Action<int, PassedOver, string?>? OnPassedOver { get; init; }

    /// <summary>Asked now and then in a long trace; true leaves the rest out.</summary>
    public Func<bool>? IsOver { get; init; }

    /// <summary>The commands of the last run that were executed, named, when it recorded.</summary>
    public IReadOnlyList<Command> Named => named;

    /// <summary>The target behind the checker, as the last run left it.</summary>
    public ITarget Target => target;

    /// <summary>Runs a trace from a fresh boot; null when no law was seen broken.</summary>
    public Violation? Run(Trace trace)
    {
        try
        {
            return RunAlive(trace);
        }
        catch (TargetDiedException death)
        {
            return Died(death);
        }
    }

    Violation? RunAlive(Trace trace)
    {
        step.Clear(0);
        Ledger.Boot(target, trace.Machine, trace.Mode);
        Ledger.Begin(step);
        target.Boot(trace.Machine);
        if (trace.Machine.Early.Count > 0)
        {
            Ledger.FoldBoot(step, target.Booted);
        }

        environment.Clear();
        named.Clear();
        bool ran = false;
        for (int index = 0; index < trace.Commands.Count; index++)
        {
            if ((index + 1) % LookEvery == 0 && IsOver?.Invoke() == true)
            {
                return null;
            }

            step.Clear(index);
            Command command = trace.Commands[index];
            if (!Prepare(command))
            {
                continue;
            }

            ran = true;
            Violation? violation = Make(command);
            if (violation is not null || step.Outcome.IsFatal)
            {
                return violation;
            }

            if (FullEvery > 0 && (index + 1) % FullEvery == 0 && Compare() is { } difference)
            {
                return difference;
            }
        }

        return ran ? Compare() : null;
    }

    bool Prepare(Command command)
    {
        if (!environment.Resolve(command, step.Call, Ledger) || !FramesExist())
        {
            Skipped++;
            OnPassedOver?.Invoke(step.Index, PassedOver.NoSuchResult, null);
            return false;
        }

        Ledger.Begin(step);
        (Ledger.Legality, string? duty) = Requires.Of(Ledger, step.Call);
        bool isKnown = step.Call.Signature.IsIn(Ledger.Profile.Era);
        if (Ledger.Legality == Legality.Undefined || !isKnown || !MayBeRead())
        {
            Refuse(isKnown, duty);
            return false;
        }

        if (Records)
        {
            named.Add(environment.Name(command));
        }

        return true;
    }

    void Refuse(bool isKnown, string? duty)
    {
        Refused++;
        if (!isKnown)
        {
            OnPassedOver?.Invoke(step.Index, PassedOver.UnknownCall, null);
        }
        else if (!MayBeRead())
        {
            OnPassedOver?.Invoke(
                step.Index, PassedOver.UnknownCall,
                "the target cannot be read in the middle of a call");
        }
        else
        {
            OnPassedOver?.Invoke(step.Index, PassedOver.BrokenDuty, duty);
        }
    }

    /// <summary>Not every target lets another task read the list in the middle of a call.</summary>
    bool MayBeRead() => !step.Call.Reading.IsArmed || (target.Observes & Observations.Readings) != 0;

    bool FramesExist()
    {
        foreach (int frame in step.Call.Pages)
        {
            if (frame >= Ledger.Machine.Frames)
            {
                return false;
            }
        }

        return true;
    }

    Violation? Make(Command command)
    {
        Execute();
        if (step.Outcome.Kind == OutcomeKind.Died)
        {
            return Died(null);
        }

        if (step.Outcome.Kind == OutcomeKind.Unsupported)
        {
            Refused++;
            OnPassedOver?.Invoke(step.Index, PassedOver.UnknownCall, null);
            return null;
        }

        Executed++;
        Ledger.Fold();
        environment.Learn(command, step, Ledger);
        Violation? violation = judge.Incremental(Ledger);
        if (violation is null && FullAfterEachStep && !step.Outcome.IsFatal)
        {
            violation = judge.Full(Ledger);
        }

        Observer?.Invoke(Ledger, step);
        return violation;
    }

    /// <summary>
    /// A target that throws has run into a defect of its own: a bug like any other.
    /// </summary>
    void Execute()
    {
        try
        {
            target.Execute(step);
        }
        catch (Exception thrown) when (thrown is not (OutOfMemoryException or TargetDiedException))
        {
            step.Outcome = new Outcome(
                OutcomeKind.Bug, Bug: $"{target.Name}, {thrown.GetType().Name}: {thrown.Message}");
        }
    }

    /// <summary>
    /// Nothing is folded: what the call reported, if it did, went with it. Between calls the last
    /// one is blamed.
    /// </summary>
    /// <param name="death">Null when the target itself says so in the outcome.</param>
    Violation? Died(TargetDiedException? death)
    {
        if (death is not null)
        {
            step.Outcome = new Outcome(OutcomeKind.Died, Bug: death.Message);
        }

        Observer?.Invoke(Ledger, step);
        Violation? violation = judge.Death(Ledger);
        return violation is null || death is null ? violation
            : violation with { Cluster = new(violation.Law.Name, death.Place, death.Kind) };
    }

    Violation? Compare()
    {
        picture.Clear();
        target.Walk(picture);
        return judge.Full(Ledger) ?? judge.Walk(Ledger, picture);
    }
}
