// SPDX-License-Identifier: GPL-2.0-only
using Verification.Search;

namespace Verification.Vmcheck;

/// <summary>The same seed on one target several times over: as often one hash, or a defect.</summary>
/// <param name="Target">As people call it.</param>
/// <param name="Runs">How each run differed from the others, and its diary.</param>
sealed record Repetition(string Target, IReadOnlyList<(string How, Diary Diary)> Runs)
{
    /// <summary>Every run did the same.</summary>
    public bool IsSame => First is null;

    /// <summary>Of the first run.</summary>
    public string Hash { get; } = Runs[0].Diary.Hash();

    /// <summary>Where a run first parts from the first one, and which; null when none does.</summary>
    public (string How, Departure Departure)? First { get; } = Runs.Skip(1)
        .Select(static run => run.How)
        .Zip(Runs.Skip(1).Select(run => Runs[0].Diary.FirstDifference(run.Diary)))
        .Where(static one => one.Second is not null)
        .Select(static one => ((string, Departure)?)(one.First, one.Second!))
        .FirstOrDefault();
}
