// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Museum;

/// <summary>What is measured of each exhibit.</summary>
public sealed record TourPlan
{
    /// <summary>Commands a uniform generator may need before an exhibit counts as rare.</summary>
    public const long RareAbove = 100_000;

    /// <summary>Seeds of the full form.</summary>
    public const int FullSeeds = 20;

    /// <summary>
    /// The unchanged model gets so many times the commands of the exhibit that takes the most of
    /// them (median).
    /// </summary>
    public const int ControlFactor = 10;

    /// <summary>The first seed; the others follow it.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Processor time of one hunt.</summary>
    public required TimeSpan Time { get; init; }

    /// <summary>
    /// Many seeds, the uniform generator and every law that catches the exhibit.
    /// </summary>
    public bool IsFull { get; init; }

    public CancellationToken Stop { get; init; }

    public int Seeds => IsFull ? FullSeeds : 1;
}
