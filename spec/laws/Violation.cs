// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Spec;

/// <summary>A law broken at a step.</summary>
/// <param name="StepIndex">Index of the command in the trace that ran, from 0.</param>
/// <param name="Culprits">Who broke it, in words: "page START+0x3000 maps frame 0x1a2".</param>
public sealed record Violation(Law Law, int StepIndex, string Culprits)
{
    /// <summary>What tells this failure from others of the law.</summary>
    public Cluster Cluster { get; init; } = new(Law.Name, "", "");

    /// <summary>Where they are; what a walk or a death showed has no place.</summary>
    public Culprit Culprit { get; init; } = Culprit.None;

    public override string ToString() => $"{Law.Says} ({Law.From}): {Culprits}";
}
