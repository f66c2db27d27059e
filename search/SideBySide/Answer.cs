// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Search;

/// <summary>What one call did on one target, said so that places do not matter.</summary>
public sealed record Answer
{
    /// <summary>
    /// What the call's pointer and page list lead to, by name: <c>p3 + 64</c>, <c>no area</c>,
    /// <c>f1[0]</c>. Null when that depends on where a target puts things.
    /// </summary>
    public required string? Meets { get; init; }

    /// <summary>The results that it had to do with: n of <c>pn</c>.</summary>
    public required IReadOnlyList<int> About { get; init; }

    public required Legality Legality { get; init; }

    /// <summary>An allocation failed inside, or the addresses ran short.</summary>
    public required bool RanOut { get; init; }

    public required bool Succeeded { get; init; }

    public required bool Died { get; init; }

    /// <summary>It failed for want of memory or addresses; how far it came is its own.</summary>
    public bool IsHalfWay => RanOut && !Succeeded;

    /// <summary>NULL, and nothing was tried.</summary>
    public required bool IsRefused { get; init; }

    /// <summary>A page list of the call had NULL entries.</summary>
    public required bool HasNullPages { get; init; }

    /// <summary>One for each of <see cref="Aspect.All"/>; null: not fixed for this call.</summary>
    public required IReadOnlyList<string?> Aspects { get; init; }

    /// <summary>What it returned, with addresses, for people.</summary>
    public required string Told { get; init; }
}
