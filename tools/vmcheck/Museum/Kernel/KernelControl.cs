// SPDX-License-Identifier: GPL-2.0-only
using Verification.Search;
using Verification.Spec;

namespace Verification.Vmcheck;

/// <summary>
/// What a hunt of the unchanged file found. A law that it breaks is broken without any exhibit, and
/// finds none.
/// </summary>
/// <param name="Findings">One a class, shrunk; empty as it should be.</param>
/// <param name="Commands">Executed.</param>
sealed record KernelControl(IReadOnlyList<Finding> Findings, long Commands)
{
    /// <summary>The laws that are broken, each once.</summary>
    public IReadOnlyList<Law> Broken { get; } =
        [.. Findings.Select(static one => one.Law).Distinct()];

    /// <summary>Whether the unchanged file breaks a law.</summary>
    public bool Breaks(Law law) => Broken.Contains(law);

    /// <summary>What is printed as an object.</summary>
    public object ForJson() => new
    {
        Commands,
        Broken = Broken.Select(static law => law.Name),
    };
}
