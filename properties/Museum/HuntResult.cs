// SPDX-License-Identifier: GPL-2.0-only
using Verification.Search;
using Verification.Spec;

namespace Verification.Museum;

/// <summary>How the hunt of one exhibit from one seed went.</summary>
public sealed record HuntResult
{
    public required ulong Seed { get; init; }

    /// <summary>The broken law that the exhibit names, with its trace; null: missed.</summary>
    public Finding? Finding { get; init; }

    /// <summary>Broken laws that the exhibit does not name.</summary>
    public required IReadOnlyList<Law> Others { get; init; }

    /// <summary>Commands executed, without those of a trace run again for another law.</summary>
    public required long Commands { get; init; }

    /// <summary>Processor time, without planting and shrinking.</summary>
    public required TimeSpan Time { get; init; }

    /// <summary>Commands of the shrunk trace; null when missed.</summary>
    public int? Length => Finding?.Shrunk.Trace.Commands.Count;
}
