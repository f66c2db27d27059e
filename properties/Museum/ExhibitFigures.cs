// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Museum;

/// <summary>
/// What was measured of one exhibit. Medians are over all seeds, the upper one of two; a hunt that
/// found nothing counts as longer than any that did.
/// </summary>
public sealed record ExhibitFigures
{
    public required string Id { get; init; }

    public required string Title { get; init; }

    /// <summary>More than half of the hunts found it.</summary>
    public required bool Found { get; init; }

    /// <summary>Hunts that found it.</summary>
    public required int FoundBy { get; init; }

    /// <summary>The law broken most often; null when none was.</summary>
    public string? Law { get; init; }

    /// <summary>Commands to find it, median; null when it was not found.</summary>
    public long? Commands { get; init; }

    /// <summary>Commands of the shrunk trace, median; null when it was not found.</summary>
    public int? TraceLength { get; init; }

    /// <summary>Commands of the longest shrunk trace; null when none found it.</summary>
    public int? LongestTrace { get; init; }

    /// <summary>Processor seconds of a hunt, median.</summary>
    public required double Seconds { get; init; }

    /// <summary>Processor seconds of the longest hunt.</summary>
    public required double MostSeconds { get; init; }

    /// <summary>
    /// Commands a uniform generator needs, median; null above <see cref="TourPlan.RareAbove"/>, and
    /// when it was not asked.
    /// </summary>
    public long? Uniform { get; init; }

    /// <summary>Names of the laws that catch it; null when they were not looked for.</summary>
    public IReadOnlyList<string>? Catching { get; init; }

    /// <summary>Why it is out of reach; null: it is not.</summary>
    public string? Reason { get; init; }

    public static ExhibitFigures Of(ExhibitResult result)
    {
        HuntResult[] found = [.. result.Hunts.Where(static hunt => hunt.Finding is not null)];
        bool most = found.Length > result.Hunts.Count / 2;
        return new()
        {
            Id = result.Exhibit.Id,
            Title = result.Exhibit.Title,
            Found = most,
            FoundBy = found.Length,
            Law = found.CountBy(static hunt => hunt.Finding!.Law.Name)
                .OrderByDescending(static law => law.Value).FirstOrDefault().Key,
            Commands = most
                ? (long)Median(result.Hunts, static hunt => hunt.Finding is null
                    ? double.PositiveInfinity : hunt.Commands)
                : null,
            TraceLength = most
                ? (int)Median(result.Hunts, static hunt => hunt.Length ?? double.PositiveInfinity)
                : null,
            LongestTrace = found.Max(static hunt => hunt.Length),
            Seconds = Rounded(Median(result.Hunts, static hunt => hunt.Time.TotalSeconds)),
            MostSeconds = Rounded(result.Hunts.Max(static hunt => hunt.Time.TotalSeconds)),
            Uniform = result.Uniform is null
                || Median(result.Uniform, static needed => needed ?? double.PositiveInfinity)
                    is var commands && double.IsInfinity(commands) ? null : (long)commands,
            Catching = result.Catching?.Select(static law => law.Name).ToArray(),
            Reason = result.Exhibit.Missed,
        };
    }

    static double Median<T>(IReadOnlyList<T> all, Func<T, double> number) =>
        all.Select(number).Order().ElementAt(all.Count / 2);

    static double Rounded(double seconds) => Math.Round(seconds, 3);
}
