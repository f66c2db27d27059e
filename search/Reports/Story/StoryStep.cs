// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Search;

/// <summary>
/// A command of a trace and what came of it, from all sides. Valid while it is told: its pictures
/// serve the next step too.
/// </summary>
public sealed record StoryStep
{
    /// <summary>Index of the command in its trace, from 0.</summary>
    public required int Index { get; init; }

    /// <summary>The call as C.</summary>
    public required string Statement { get; init; }

    /// <summary>What it returned, or why it was not made; empty for plain success.</summary>
    public required string Result { get; init; }

    /// <summary>What it returned; the default when it was not made.</summary>
    public Outcome Returned { get; init; }

    /// <summary>False when the command was passed over.</summary>
    public bool IsMade { get; init; }

    /// <summary>
    /// The lines of /proc/vmallocinfo that it printed, or that another task read in its middle.
    /// </summary>
    public IReadOnlyList<string> Printed { get; init; } = [];

    /// <summary>What happened inside the call, in order.</summary>
    public IReadOnlyList<string> Events { get; init; } = [];

    /// <summary>The target's state before the call.</summary>
    public required Picture Before { get; init; }

    /// <summary>
    /// The state after it; <see cref="Before"/> itself when the call was not made, null when the
    /// target died in it.
    /// </summary>
    public required Picture? After { get; init; }

    /// <summary>
    /// Bytes of address space, guard included, that the call asked for in vain; 0: none.
    /// </summary>
    public ulong FailedBytes { get; init; }

    /// <summary>What of blocks was given back before the call, and after it.</summary>
    public required (GivenBack Before, GivenBack After) Gone { get; init; }

    /// <summary>The ledger's figures before and after the call.</summary>
    public required (LedgerFigures Before, LedgerFigures After) Ledger { get; init; }

    /// <summary>How frames are called in the whole story.</summary>
    public required FrameNames Frames { get; init; }

    /// <summary>The laws that are broken here, as they hide each other.</summary>
    public IReadOnlyList<BrokenLaw> Broken { get; init; } = [];
}
