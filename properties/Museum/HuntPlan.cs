// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Museum;

/// <summary>From which seed one exhibit is hunted, and how long.</summary>
public sealed record HuntPlan
{
    public required ulong Seed { get; init; }

    /// <summary>
    /// Processor time, without planting and shrinking; null: no bound.
    /// </summary>
    public TimeSpan? Time { get; init; }

    /// <summary>Commands to execute, to the end of a trace; null: no bound.</summary>
    public long? Commands { get; init; }

    /// <summary>Ends a hunt early.</summary>
    public CancellationToken Stop { get; init; }
}
