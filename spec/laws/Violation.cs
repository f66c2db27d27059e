// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Spec;

/// <summary>A law broken at a step.</summary>
/// <param name="StepIndex">Index of the command in the trace that ran, from 0.</param>
/// <param name="Culprits">Who broke it, in words: "frame 0x1a2 mapped by p3 and p5".</param>
public sealed record Violation(Law Law, int StepIndex, string Culprits)
{
    /// <summary>
    /// Two failures of one class are the same defect, as far as the suite can tell: the law's name,
    /// of a death also its kind and where it came about. A word that may be part of a file's name.
    /// </summary>
    public string Class { get; init; } = Law.Name;

    /// <summary>Where they are; what a walk or a death showed has no place.</summary>
    public Culprit Culprit { get; init; } = Culprit.None;

    public override string ToString() => $"{Law.Says} ({Law.From}): {Culprits}";
}
