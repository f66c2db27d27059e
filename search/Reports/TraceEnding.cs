// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Search;

/// <summary>A call that nothing can follow but a fresh boot.</summary>
/// <param name="Step">Index of the command, from 0.</param>
/// <param name="How">A BUG, or that the call did not return.</param>
/// <param name="NotReached">Commands behind it.</param>
public sealed record TraceEnding(int Step, OutcomeKind How, int NotReached)
{
    /// <summary><c>the kernel ended in a BUG at step 3; 2 not reached</c>.</summary>
    public override string ToString() =>
        (How == OutcomeKind.Bug ? "the kernel ended in a BUG at" : "the library did not return from")
        + $" step {Step + 1}" + (NotReached > 0 ? $"; {NotReached} not reached" : "");
}
