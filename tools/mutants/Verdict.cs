// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Mutants;

/// <summary>How a mutant fared.</summary>
enum Verdict
{
    /// <summary>A test failed.</summary>
    Killed,

    /// <summary>A test would have run for ever, and failed as it was stopped.</summary>
    Stopped,

    /// <summary>Tests run its line, and pass.</summary>
    Survived,

    /// <summary>No test runs its line.</summary>
    Unreached,

    /// <summary>There is no such program.</summary>
    DoesNotCompile,
}

/// <summary>A mutant and how it fared.</summary>
/// <param name="Test">The first test that failed; null when none did.</param>
sealed record Judged(Mutant Mutant, Verdict Verdict, string? Test)
{
    /// <summary>What does not compile is no mutant: it is in no figure.</summary>
    public bool Counts => Verdict != Verdict.DoesNotCompile;

    public bool IsKilled => Verdict is Verdict.Killed or Verdict.Stopped;

    /// <summary>Whether no test noticed it.</summary>
    public bool IsLeft => Counts && !IsKilled;

    /// <summary>The word for it, as a user reads it.</summary>
    public string Word => Verdict.ToString().ToLowerInvariant();

    public override string ToString() => $"{Word} {Mutant}";
}
