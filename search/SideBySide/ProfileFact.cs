// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Search;

/// <summary>A fact of two profiles that makes their targets differ rightly in some calls.</summary>
/// <param name="Name">As reports call it.</param>
/// <param name="Of">What a target claims.</param>
/// <param name="Bears">Whether it makes the answers to a call differ in an aspect.</param>
public sealed record ProfileFact(
    string Name, Func<Profile, object> Of, Func<Command, Aspect, Answer, bool> Bears)
{
    /// <summary>All that bear on what a call returns.</summary>
    public static IReadOnlyList<ProfileFact> All { get; } =
    [
        // A real kernel does not look before it follows what it is given: what comes of a caller's
        // mistake is each version's own. That a legal call must return is not.
        new("mode", static profile =>
            profile.Mode == DefectMode.Faithful ? profile.Name : "", static (_, _, answer) =>
            answer.HasNullPages || answer.Legality != Legality.Legal),
        new("guard page", static profile => profile.HasGuardPage, static (_, _, _) => true),
        new("a size of 0 draws a warning", static profile => profile.WarnsOfSizeZero,
            static (command, aspect, answer) => aspect == Aspect.Warning && !answer.Succeeded
                && command.Signature.Takes(Param.Size)),
        new("vmap is not executable", static profile => profile.VmapIsNotExecutable,
            static (command, aspect, _) =>
                aspect == Aspect.MappedPages && command.Kind == CommandKind.Vmap),
        // Which sizes pass the gate of totalram_pages to the byte is a law of 2.6.32 alone.
        new("laws of 2.6.32", static profile => profile.Reach == Reach.Linux2632,
            static (_, aspect, answer) => aspect == Aspect.Result && answer.IsRefused),
        // Add a fact that explains a difference here.
    ];

    /// <summary>The fact that explains why two answers differ; null when none does.</summary>
    public static ProfileFact? Behind(
        (Profile Left, Profile Right) profiles, Command command, Aspect aspect,
        params ReadOnlySpan<Answer> answers)
    {
        foreach (ProfileFact fact in All)
        {
            foreach (Answer answer in answers)
            {
                if (!fact.Of(profiles.Left).Equals(fact.Of(profiles.Right))
                    && fact.Bears(command, aspect, answer))
                {
                    return fact;
                }
            }
        }

        return null;
    }
}
