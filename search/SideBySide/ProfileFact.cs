// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Search;

/// <summary>A fact of two profiles that makes their targets differ rightly in some calls.</summary>
/// <param name="Name">As reports call it.</param>
/// <param name="Of">What a target claims.</param>
/// <param name="Bears">Whether it may have made two answers differ.</param>
public sealed record ProfileFact(
    string Name, Func<Profile, object> Of, Func<Answer, Answer, bool> Bears)
{
    /// <summary>All that bear on what a call returns.</summary>
    public static IReadOnlyList<ProfileFact> All { get; } =
    [
        // A defect of the real kernel: it does not look before it follows what it is given.
        new("mode", static profile => profile.Mode, static (one, other) =>
            one.Died || other.Died || one.HasNullPages || one.Legality != Legality.Legal),
        new("guard page", static profile => profile.HasGuardPage, static (_, _) => true),
        // Add a fact that explains a difference here.
    ];

    /// <summary>The fact that explains why two answers differ; null when none does.</summary>
    public static ProfileFact? Behind(Profile left, Profile right, Answer one, Answer other) =>
        All.FirstOrDefault(fact =>
            !fact.Of(left).Equals(fact.Of(right)) && fact.Bears(one, other));
}
