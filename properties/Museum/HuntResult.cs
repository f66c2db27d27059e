// SPDX-License-Identifier: GPL-2.0-only
using Verification.Search;
using Verification.Spec;

namespace Verification.Museum;

/// <summary>How the hunt of one exhibit from one seed went.</summary>
public sealed record HuntResult
{
    public required Exhibit Exhibit { get; init; }

    /// <summary>The broken law that the exhibit names, and its smallest trace; null: missed.</summary>
    public required Finding? Finding { get; init; }

    /// <summary>Laws that were broken, none of which the exhibit names.</summary>
    public required IReadOnlyList<Law> Others { get; init; }

    /// <summary>Commands executed up to the violation; running a trace again is not counted.</summary>
    public required long Commands { get; init; }

    /// <summary>Processor time of the hunt.</summary>
    public required TimeSpan Time { get; init; }

    /// <summary>Commands of the shrunk trace; null when missed.</summary>
    public int? Length => Finding?.Shrunk.Trace.Commands.Count;
}
