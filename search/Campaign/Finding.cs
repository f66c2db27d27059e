// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Search;

/// <summary>A broken law with the smallest trace we know that breaks it.</summary>
public sealed record Finding
{
    public required Law Law { get; init; }

    /// <summary>The lowest trace of the campaign that broke the law.</summary>
    public required long Number { get; init; }

    /// <summary>That trace as it was executed, with names for drafts.</summary>
    public required Trace Found { get; init; }

    /// <summary>
    /// A smaller trace that breaks the same law: what is left of it, or a plainer way there.
    /// </summary>
    public required Shrunk Shrunk { get; init; }

    /// <summary>Laws the shrunk trace breaks first: this one may be a consequence.</summary>
    public required IReadOnlyList<string> Behind { get; init; }

    /// <summary>Everything a report tells about it; no trace file is named yet.</summary>
    public required Failure Failure { get; init; }

    /// <summary>Runs the trace again for this law alone, writes it down and shrinks it.</summary>
    public static Finding Of(
        CampaignPlan plan, Law law, long number, Func<Era, DefectMode, ITarget> target)
    {
        Trace drawn = plan.Draw(number);
        Checker recorder = Shrinking.CheckerOf(law, target(drawn.Era, drawn.Mode), records: true);
        if (recorder.Run(drawn)?.Law.Id != law.Id)
        {
            throw Undetermined(law, number, plan.Seed);
        }

        Trace found = drawn with { Commands = [.. recorder.Named] };
        return Of(plan, law, number, found, recorder.Target);
    }

    static Finding Of(CampaignPlan plan, Law law, long number, Trace found, ITarget target)
    {
        Shrunk shrunk = Shrinking.Of(found, law, target)!;
        Violation violation = Shrinking.CheckerOf(law, target).Run(shrunk.Trace)
            ?? throw Undetermined(law, number, plan.Seed);
        return new Finding
        {
            Law = law,
            Number = number,
            Found = found,
            Shrunk = shrunk,
            Behind = [.. new Trial(target).Run(shrunk.Trace)
                .Select(other => other.Law.Name)
                .TakeWhile(other => other != law.Name)],
            Failure = Failure.Of(shrunk.Trace, violation, target) with
            {
                Seed = plan.Seed,
                Target = plan.Target,
            },
        };
    }

    static InvalidOperationException Undetermined(Law law, long number, ulong seed) => new(
        $"trace {number} of seed {seed} breaks {law.Name} in one run and not in the next: the "
        + "target is not deterministic");
}
