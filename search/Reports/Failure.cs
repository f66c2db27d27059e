// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Search;

/// <summary>A broken law with everything a report tells about it.</summary>
public sealed record Failure
{
    public required Trace Trace { get; init; }

    /// <summary>Name of the law: a sentence without spaces.</summary>
    public required string Law { get; init; }

    /// <summary>The sentence of the law.</summary>
    public required string Says { get; init; }

    /// <summary>The kernel function the law comes from.</summary>
    public required string From { get; init; }

    /// <summary>Number of the command in the trace whose step broke the law.</summary>
    public required int Command { get; init; }

    /// <summary>The subjects that broke it, in words.</summary>
    public required string Culprits { get; init; }

    /// <summary>The trace with results up to the failing step.</summary>
    public required TraceAsC Run { get; init; }

    /// <summary>Events of the failing step; empty when the target reports none.</summary>
    public IReadOnlyList<string> Events { get; init; } = [];

    /// <summary>The target's state before the failing step.</summary>
    public Picture? Before { get; init; }

    /// <summary>The state after it; null when the step ended in a BUG.</summary>
    public Picture? After { get; init; }

    /// <summary>Bytes of address space, guard included, that the step asked for in vain; 0: none.</summary>
    public ulong FailedBytes { get; init; }

    /// <summary>The random seed of the run that found it; null for a trace from a file.</summary>
    public ulong? Seed { get; init; }

    /// <summary>The trace file, as the replay command names it; null: it was not written.</summary>
    public string? File { get; init; }
}
