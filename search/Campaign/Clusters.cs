// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Search;

/// <summary>What a campaign found, one finding for each defect as far as it can be told.</summary>
/// <param name="Findings">
/// Those that stand behind no other first, then by the trace that showed them first.
/// </param>
/// <param name="NotShrunk">
/// What was left of a law of which <see cref="MostOfALaw"/> clusters were shrunk.
/// </param>
public sealed record Clusters(
    IReadOnlyList<Finding> Findings, IReadOnlyList<FirstBroken> NotShrunk)
{
    /// <summary>So many clusters of a law are shrunk: more are one defect in disguise.</summary>
    public const int MostOfALaw = 8;

    /// <summary>
    /// Shrinks the first of each cluster inside it. Of those that a plainer call leads to the same
    /// cluster, one is kept, which names the others.
    /// </summary>
    /// <param name="plan">The campaign.</param>
    /// <param name="broken">What it found, of all hunters.</param>
    /// <param name="target">Makes the target in which it is shrunk.</param>
    /// <param name="known">
    /// Findings that are kept as they are: what is the same defect is not found again.
    /// </param>
    public static Clusters Of(
        CampaignPlan plan, IEnumerable<FirstBroken> broken, Func<Era, DefectMode, ITarget> target,
        IReadOnlyList<Finding> known)
    {
        ILookup<bool, FirstBroken> isShrunk = Firsts(broken)
            .Where(first => known.All(one => one.Cluster != first.Violation.Cluster))
            .GroupBy(static first => first.Violation.Law.Id)
            .SelectMany(static law => law.Select((first, place) => (first, place)))
            .ToLookup(static one => one.place < MostOfALaw, static one => one.first);
        return new Clusters(
            [
                .. known.Concat(isShrunk[true].Select(first => Finding.Of(plan, first, target)))
                    .GroupBy(static finding => finding.Plainest)
                    .Select(Merged)
                    .OrderBy(static finding => finding.Behind.Count)
                    .ThenBy(static finding => finding.Number)
                    .ThenBy(static finding => finding.Law.Id),
            ],
            [.. isShrunk[false]]);
    }

    /// <summary>The first of each cluster: the trace that showed it first.</summary>
    public static IEnumerable<FirstBroken> Firsts(IEnumerable<FirstBroken> broken) => broken
        .GroupBy(static first => first.Violation.Cluster)
        .Select(static same => same.OrderByDescending(static first => first.IsConfirmed)
            .ThenBy(static first => first.Number)
            .First())
        .OrderBy(static first => first.Number)
        .ThenBy(static first => first.Violation.Law.Id);

    /// <summary>
    /// What is known is kept, else the plainest; of equals the one that was found first.
    /// </summary>
    static Finding Merged(IEnumerable<Finding> same)
    {
        Finding[] ordered =
        [
            .. same.OrderByDescending(static finding => finding.Number is null)
                .ThenByDescending(static finding => finding.Cluster == finding.Plainest)
                .ThenBy(static finding => finding.Shrunk.Trace.Commands.Count)
                .ThenBy(static finding => finding.Number),
        ];
        return ordered[0] with
        {
            AlsoSeenAs = [.. ordered.Skip(1).Select(static finding => finding.Cluster)],
        };
    }
}
