// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Search;

/// <summary>What a campaign did and found.</summary>
public sealed record CampaignReport
{
    public required CampaignPlan Plan { get; init; }

    /// <summary>Name of the target.</summary>
    public required string Target { get; init; }

    public required CampaignFigures Figures { get; init; }

    /// <summary>The situations the hunt has been in.</summary>
    public required AbstractStates States { get; init; }

    /// <summary>The laws and sightings that bind the target, in the order of the claim.</summary>
    public required IReadOnlyList<Law> Laws { get; init; }

    /// <summary>
    /// One for each defect, as far as clusters tell defects apart: those that stand behind no other
    /// first, then by the trace that showed it first.
    /// </summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>Clusters beyond the <see cref="Clusters.MostOfALaw"/> that are shrunk.</summary>
    public required IReadOnlyList<FirstBroken> NotShrunk { get; init; }

    /// <summary>
    /// Laws that never had a subject, situations never seen, machines never booted, and what else
    /// <see cref="Coverage.NotExercised"/> misses: of them the silence says nothing.
    /// </summary>
    public IEnumerable<string> NotExercised => Laws
        .Where(law => Figures.ChecksOf(law) == 0)
        .Select(static law => law.Name)
        .Concat(Plan.Eras.SelectMany(era => Missing(era, Figures.CoverageOf(era))
            .Select(what => $"{Profile.Of(era, Plan.Mode).Name}: {what}")));

    IEnumerable<string> Missing(Era era, Coverage coverage) => Plan.Machines
        .Where(machine => coverage.TracesOn(machine) == 0)
        .Select(static machine => $"machine {machine.Name}")
        .Concat(coverage.NotExercised(era));

    /// <summary>Laws that do not bind this target, or need what it does not report.</summary>
    public required IReadOnlyList<(Law Law, string Why)> NotCheckable { get; init; }
}
