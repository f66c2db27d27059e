// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Museum;

/// <summary>What a tour measured, as it is kept.</summary>
public sealed record Figures
{
    /// <summary>The day of the tour, year first; null: a short form, which is not kept.</summary>
    public string? Date { get; init; }

    public required ulong Seed { get; init; }

    public required int Seeds { get; init; }

    /// <summary>Processor time a hunt was given, in seconds.</summary>
    public required double SecondsEach { get; init; }

    /// <summary>It was stopped before the last exhibit.</summary>
    public required bool Interrupted { get; init; }

    /// <summary>In the order of the collection.</summary>
    public required IReadOnlyList<ExhibitFigures> Exhibits { get; init; }

    /// <summary>The unchanged model, hunted likewise; null when it was not.</summary>
    public ControlFigures? Control { get; init; }

    /// <summary>Ids of exhibits that were not found and are not known to be out of reach.</summary>
    public IReadOnlyList<string> Missed =>
    [
        .. Exhibits.Where(static exhibit => !exhibit.Found && exhibit.Reason is null)
            .Select(static exhibit => exhibit.Id),
    ];
}
