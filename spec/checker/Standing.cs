// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Spec;

/// <summary>How a call stands with the rules its caller has to keep, and why.</summary>
/// <param name="Legality">How it stands.</param>
/// <param name="Duty">
/// What its caller would owe, as a sentence; null unless nothing is promised of the call.
/// </param>
public readonly record struct Standing(Legality Legality, string? Duty)
{
    /// <summary>A call that breaks no duty.</summary>
    public static implicit operator Standing(Legality legality) => FromLegality(legality);

    /// <inheritdoc cref="op_Implicit"/>
    public static Standing FromLegality(Legality legality) => new(legality, null);
}
