// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Search;

/// <summary>How a cell went.</summary>
public sealed record CellVerdict
{
    /// <summary>What the call in trouble returned: "NULL", "-ENOMEM", "succeeded".</summary>
    public required string Result { get; init; }

    /// <summary>
    /// The call was not made, for a known defect of the target that is excused: nothing is shown.
    /// </summary>
    public bool IsNotMade { get; init; }

    /// <summary>What was wrong, in words; null when nothing was.</summary>
    public required string? Wrong { get; init; }

    /// <summary>The broken law; null when none was.</summary>
    public Violation? Violation { get; init; }

    /// <summary>The call met its trouble: an allocation failed, or addresses ran short.</summary>
    public required bool Reached { get; init; }

    /// <summary>Allocations of that call that failed.</summary>
    public required int Failures { get; init; }
}
