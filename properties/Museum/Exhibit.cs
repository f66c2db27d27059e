// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum;

/// <summary>A mistake that was made, or easily is, and how to make it again in the model.</summary>
public sealed record Exhibit
{
    /// <summary>
    /// Its number in the corpus of kernel bugs (B19, M14b); V and a number for those of our own.
    /// </summary>
    public required string Id { get; init; }

    /// <summary>What is wrong, in a line.</summary>
    public required string Title { get; init; }

    /// <summary>
    /// The kernel's commit that mended it, or after "made by" the one that made it, with its
    /// version; else what kind of mistake it is.
    /// </summary>
    public required string Source { get; init; }

    /// <summary>What went wrong and what it did to a user, in one to four sentences.</summary>
    public required string Story { get; init; }

    /// <summary>What is changed in the model to plant it.</summary>
    public required IReadOnlyList<Change> Plant { get; init; }

    /// <summary>
    /// Ids of the steps in <c>model/walkthrough.md</c> that it does wrong; empty: it is in the
    /// machine around the kernel, or in what refuses illegal calls.
    /// </summary>
    public IReadOnlyList<string> Steps { get; init; } = [];

    /// <summary>
    /// The law that most hunts see broken in the shortest trace, then those that are as right.
    /// </summary>
    public required IReadOnlyList<Law> Breaks { get; init; }

    /// <summary>
    /// Commands of the shortest trace known in which nothing fails that the mistake is not about:
    /// planned failures save a command now and then, and hide what happens.
    /// </summary>
    public required int Shortest { get; init; }

    /// <summary>
    /// Why commands drawn without thought need more than 100,000 to show it; null: they do not.
    /// </summary>
    public string? Rare { get; init; }

    /// <summary>Why the hunt does not find it; null: it does.</summary>
    public string? Missed { get; init; }
}
