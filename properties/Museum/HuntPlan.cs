// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Museum;

/// <summary>How long one exhibit is hunted, and from which seed.</summary>
public sealed record HuntPlan
{
    public required ulong Seed { get; init; }

    /// <summary>Processor time for hunting; null: no bound. Planting and shrinking are not in it.</summary>
    public TimeSpan? Time { get; init; }

    /// <summary>Commands to execute at most; null: no bound.</summary>
    public long? Commands { get; init; }

    /// <summary>Ends a hunt early.</summary>
    public CancellationToken Stop { get; init; }
}
