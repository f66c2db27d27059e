// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;
using Verification.Targets;

namespace Verification.Vmcheck;

/// <summary>What a worker tells of its library before it is asked anything.</summary>
/// <param name="Name">A word for people.</param>
/// <param name="Profile">What it claims.</param>
/// <param name="Observes">What it reports.</param>
/// <param name="NotOffered">Commands of its era that it has no symbol for.</param>
sealed record LibraryFacts(
    string Name, Profile Profile, Observations Observes, IReadOnlyList<Signature> NotOffered)
{
    public static LibraryFacts Of(CLibrary library) => new(
        library.Name, library.Profile, library.Observes, [.. library.NotOffered]);

    public void Write(BinaryWriter output)
    {
        output.Write(Name);
        output.Write(Profile);
        output.Write((int)Observes);
        output.Write(NotOffered.Count);
        foreach (Signature row in NotOffered)
        {
            output.Write((int)row.Kind);
        }
    }

    public static LibraryFacts Read(BinaryReader input) => new(
        input.ReadString(),
        input.ReadProfile(),
        (Observations)input.ReadInt32(),
        [.. Enumerable.Range(0, input.ReadInt32())
            .Select(_ => Signature.Of((CommandKind)input.ReadInt32()))]);
}
