// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum;

/// <summary>What a tour saw of one exhibit.</summary>
public sealed record ExhibitResult
{
    /// <summary>
    /// How long laws that also catch an exhibit are looked for: at least so many commands, more by
    /// this factor than finding it took, and at most so many.
    /// </summary>
    const long LeastCatching = 300_000;

    const long CatchingFactor = 10;
    const long MostCatching = 5_000_000;

    /// <summary>Seeds of the uniform generator: it is slow, and mostly finds nothing.</summary>
    const int UniformSeeds = 3;

    public required Exhibit Exhibit { get; init; }

    /// <summary>One a seed.</summary>
    public required IReadOnlyList<HuntResult> Hunts { get; init; }

    /// <summary>
    /// Commands a uniform generator needs, one a seed: null above <see cref="TourPlan.RareAbove"/>.
    /// Null when it was not asked.
    /// </summary>
    public IReadOnlyList<long?>? Uniform { get; init; }

    /// <summary>Laws that catch the exhibit; null when they were not looked for.</summary>
    public IReadOnlyList<Law>? Catching { get; init; }

    /// <summary>
    /// Plants the exhibit and measures it. What is known to be missed is hunted from one seed only:
    /// each takes all its time.
    /// </summary>
    public static ExhibitResult Of(Exhibit exhibit, TourPlan plan)
    {
        using Planting planting = Planting.Of(exhibit);
        HuntPlan first = new() { Seed = plan.Seed, Time = plan.Time, Stop = plan.Stop };
        HuntPlan[] seeds =
        [
            .. Enumerable.Range(0, exhibit.Missed is null ? plan.Seeds : 1)
                .Select(n => first with { Seed = plan.Seed + (ulong)n }),
        ];
        ExhibitResult result = new()
        {
            Exhibit = exhibit,
            Hunts = [.. seeds.Select(seed => Hunt.Run(exhibit, planting, seed))],
        };
        return !plan.IsFull ? result : result with
        {
            Uniform = [.. seeds.Take(UniformSeeds).Select(seed => Hunt.Uniform(
                exhibit, planting, seed with { Time = null, Commands = TourPlan.RareAbove }))],
            Catching = Hunt.Catching(
                planting, first with { Time = null, Commands = CatchingCommands(result) }),
        };
    }

    static long CatchingCommands(ExhibitResult result) => Math.Clamp(
        CatchingFactor * result.Hunts[0].Commands, LeastCatching, MostCatching);
}
