// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Search;

/// <summary>A broken law with the smallest trace we know that breaks it.</summary>
public sealed record Finding
{
    /// <summary>What is said of a death that a fresh process did not die.</summary>
    public const string NotConfirmed = "not confirmed: a fresh process survived it";

    /// <summary>What is said of a library that broke a law once, and not again.</summary>
    public const string NotRepeated =
        "not confirmed: the same trace kept the law in a fresh process";

    public required Law Law { get; init; }

    /// <summary>
    /// The lowest trace of the campaign that broke the law in this cluster; null: it is of a file.
    /// </summary>
    public required long? Number { get; init; }

    /// <summary>That trace as it was executed, with names for drafts.</summary>
    public required Trace Found { get; init; }

    /// <summary>
    /// A smaller trace that breaks the same law: what is left of it, or a plainer way there.
    /// </summary>
    public required Shrunk Shrunk { get; init; }

    /// <summary>What tells it from other findings of the law.</summary>
    public Cluster Cluster => Failure.Violation.Cluster;

    /// <summary>Other clusters that were found and are the same defect.</summary>
    public IReadOnlyList<Cluster> AlsoSeenAs { get; init; } = [];

    /// <summary>Laws the shrunk trace breaks first: this one may be a consequence.</summary>
    public required IReadOnlyList<string> Behind { get; init; }

    /// <summary>Everything a report tells about it; no trace file is named yet.</summary>
    public required Failure Failure { get; init; }

    /// <summary>
    /// Where a plainer call in place of the failing one leads; the same for findings of one defect.
    /// </summary>
    internal Cluster Plainest { get; private init; } = new("", "", "");

    /// <summary>
    /// Runs the trace again for its law alone, writes it down and shrinks it inside its cluster.
    /// </summary>
    public static Finding Of(
        CampaignPlan plan, FirstBroken first, Func<Era, DefectMode, ITarget> target)
    {
        Trace drawn = plan.Draw(first.Number);
        ITarget fresh = target(drawn.Era, drawn.Mode);
        Violation violation = first.Violation;
        return (first.IsConfirmed
                ? Of(plan, violation.Law, violation.Cluster, drawn, first.Number, fresh) : null)
            ?? (plan.Target != CampaignPlan.Model
                ? Unshrunk(plan, first, drawn, fresh)
                : throw Undetermined($"{violation.Cluster}", first.Number, plan.Seed));
    }

    /// <summary>The same of a law that a trace is known to break, in whatever cluster.</summary>
    public static Finding Of(
        CampaignPlan plan, Law law, long number, Func<Era, DefectMode, ITarget> target)
    {
        Trace drawn = plan.Draw(number);
        return Of(plan, law, null, drawn, number, target(drawn.Era, drawn.Mode))
            ?? throw Undetermined(law.Name, number, plan.Seed);
    }

    /// <summary>The same of a trace in a file, which broke a law just now.</summary>
    /// <param name="plan">For its target.</param>
    /// <param name="kept">Without drafts.</param>
    /// <param name="violation">How it broke it.</param>
    /// <param name="target">Where it did.</param>
    /// <param name="isSmall">It was shrunk before, to break the law in this way.</param>
    public static Finding Of(
        CampaignPlan plan, Trace kept, Violation violation, ITarget target, bool isSmall)
    {
        Finding? shrunk = isSmall ? null
            : Of(plan, violation.Law, violation.Cluster, kept, null, target);
        return shrunk ?? new Finding
        {
            Law = violation.Law,
            Number = null,
            Found = kept,
            Shrunk = new Shrunk(
                kept, new Symptom($"{violation.Cluster}", violation.StepIndex), 1, false, true),
            Behind = Before(violation.Law, kept, target),
            Failure = FailureOf(plan, kept, violation, target) with { Seed = null },
            Plainest = PlainestCall.Of(kept, violation, target),
        };
    }

    /// <summary>Null when the trace does not break the law this time.</summary>
    static Finding? Of(
        CampaignPlan plan, Law law, Cluster? cluster, Trace drawn, long? number, ITarget target)
    {
        Checker recorder = Shrinking.CheckerOf(law, target, records: true);
        if (!IsWanted(recorder.Run(drawn)))
        {
            return null;
        }

        Trace found = drawn with { Commands = [.. recorder.Named] };
        Shrunk? shrunk = Shrinking.Of(found, law, target, cluster is not null);
        Violation? violation = shrunk is null
            ? null : Shrinking.CheckerOf(law, target).Run(shrunk.Trace);
        return !IsWanted(violation) ? null : new Finding
        {
            Law = law,
            Number = number,
            Found = found,
            Shrunk = shrunk!,
            Behind = Before(law, shrunk!.Trace, target),
            Failure = FailureOf(plan, shrunk.Trace, violation!, target) with
            {
                Seed = number is null ? null : plan.Seed,
            },
            Plainest = PlainestCall.Of(shrunk.Trace, violation!, target),
        };

        bool IsWanted(Violation? seen) =>
            seen?.Law.Id == law.Id && (cluster is null || seen.Cluster == cluster);
    }

    /// <summary>
    /// What cannot be repeated is shown as far as it came before: a library may have written
    /// where its reset does not look.
    /// </summary>
    static Finding Unshrunk(CampaignPlan plan, FirstBroken first, Trace drawn, ITarget target)
    {
        int last = first.Violation.StepIndex;
        Trace begun = drawn with { Commands = [.. drawn.Commands.Take(last + 1)] };
        Checker recorder = new(target, []) { Records = true };
        recorder.Run(begun);
        Trace found = drawn with { Commands = [.. recorder.Named] };
        Violation violation = first.Violation with
        {
            StepIndex = found.Commands.Count - 1,
            Culprits = $"{first.Violation.Culprits}; "
                + (first.Violation.Law.Id == FailureLaws.CallsReturn.Id
                    ? NotConfirmed : NotRepeated),
        };
        return new Finding
        {
            Law = violation.Law,
            Number = first.Number,
            Found = found,
            Shrunk = new Shrunk(
                found, new Symptom($"{violation.Cluster}", violation.StepIndex), 1, false, false),
            Behind = [],
            Failure = FailureOf(plan, found, violation, target),
            Plainest = violation.Cluster,
        };
    }

    /// <summary>The laws that a trace breaks before this one.</summary>
    static string[] Before(Law law, Trace trace, ITarget target) =>
    [
        .. new Trial(target).Run(trace)
            .Select(static other => other.Law.Name)
            .TakeWhile(other => other != law.Name),
    ];

    static Failure FailureOf(
        CampaignPlan plan, Trace trace, Violation violation, ITarget target) =>
        Failure.Of(trace, violation, target) with { Seed = plan.Seed, Target = plan.Target };

    static InvalidOperationException Undetermined(string symptom, long number, ulong seed) => new(
        $"trace {number} of seed {seed} breaks {symptom} in one run and not in the next: the "
        + "target is not deterministic");
}
