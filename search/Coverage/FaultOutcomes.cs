// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Search;

/// <summary>Which allocation of a call was made to fail, and what became of the call.</summary>
static class FaultOutcomes
{
    const int NotReached = 0;
    const int Survived = 5;

    /// <summary>Which visit of the site failed, and with it the call.</summary>
    public static readonly string[] Names =
        ["not reached", "1st fails it", "2nd", "3rd to 5th", "a later one"];

    /// <summary>
    /// Beside those: the call succeeded all the same, which no call of 2.6.32 does.
    /// </summary>
    public const string SurvivedName = "the call goes on";

    public static int Of(Step step)
    {
        if (!step.FaultFired)
        {
            return NotReached;
        }

        return CallResults.Of(step.Outcome) == CallResult.Done ? Survived
            : step.Call.Fault.Index switch { 0 => 1, 1 => 2, < 5 => 3, _ => 4 };
    }
}
