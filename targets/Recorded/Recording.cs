// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Targets;

/// <summary>A line of a recording and its number, counted from 1.</summary>
public readonly record struct RecordedLine(int Number, string Text);

/// <summary>What the genuine kernel did in one command.</summary>
public sealed record RecordedBlock
{
    /// <summary>Number of the command's line.</summary>
    public required int Line { get; init; }

    public required RecordedCommand Command { get; init; }

    /// <summary>Without <c>= </c>.</summary>
    public required RecordedLine Result { get; init; }

    /// <summary>The tokens of the <c>e</c> line, parted by spaces; empty without events.</summary>
    public RecordedLine Events { get; init; }

    /// <summary>State lines that went (<c>-</c>) and came (<c>+</c>).</summary>
    public IReadOnlyList<RecordedLine> Changes { get; init; } = [];

    /// <summary>Counters that got a new value, <c>key=value</c>; empty without any.</summary>
    public RecordedLine Counters { get; init; }

    /// <summary>Without <c>i </c>.</summary>
    public IReadOnlyList<RecordedLine> Info { get; init; } = [];

    /// <summary>A BUG: what the state is afterwards is undefined and not recorded.</summary>
    public bool IsBug => Result.Text.StartsWith("bug:", StringComparison.Ordinal);
}

/// <summary>One sequence of calls on a fresh machine, as recorded from a genuine kernel.</summary>
public sealed record Recording(
    string File, Machine Machine, string? OutOfReach, IReadOnlyList<RecordedBlock> Blocks)
{
    /// <summary>Reads a recording.</summary>
    /// <exception cref="RecordingException">The text is not one.</exception>
    public static Recording Read(string file, string text) =>
        new RecordingReader(file, text).Read();
}
