// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Spec;

/// <summary>
/// The process of a target ended, or had to be ended, where it should have answered. Whatever it
/// was asked has no result; its next boot is in a fresh process.
/// </summary>
/// <param name="how">In a few words: "SIGSEGV", "no return within 10 s".</param>
/// <param name="kind">The same for every death of the kind, a word: "SIGSEGV".</param>
/// <param name="place">What it was asked, a word: "vfree", "vmcheck_walk".</param>
public sealed class TargetDiedException(string how, string kind, string place) : Exception(how)
{
    public string Kind { get; } = kind;

    public string Place { get; } = place;
}
