// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Vmcheck;

/// <summary>What `vmcheck` says to a script; the same for every verb.</summary>
public enum ExitCode
{
    /// <summary>Something was checked and nothing was found.</summary>
    Clean = 0,

    /// <summary>A violation was found, whatever else happened.</summary>
    Violation = 1,

    /// <summary>An argument or an input is wrong, or `vmcheck` itself failed.</summary>
    BadInput = 2,

    /// <summary>What was to be checked is not there or not permitted.</summary>
    TargetUnavailable = 3,

    /// <summary>Nothing was checked: never a success.</summary>
    NothingChecked = 4,
}
