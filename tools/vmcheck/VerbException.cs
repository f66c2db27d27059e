// SPDX-License-Identifier: GPL-2.0-only
using System.Globalization;
using System.Text;

namespace Verification.Vmcheck;

/// <summary>Ends a verb with a sentence for the user and an exit code; prints no stack.</summary>
/// <param name="code">What the process returns.</param>
/// <param name="message">What was wrong, where, and what to do.</param>
public sealed class VerbException(ExitCode code, string message) : Exception(message)
{
    /// <summary>What the process returns.</summary>
    public ExitCode Code { get; } = code;

    /// <summary>
    /// A message as it may be shown: it quotes files, and what steers a terminal must not reach it.
    /// </summary>
    internal static string Printable(string message) => string.Concat(
        message.EnumerateRunes().Select(static rune => Steers(rune) ? "?" : rune.ToString()));

    /// <summary>Controls, what turns the direction of writing, and line ends of other kinds.</summary>
    static bool Steers(Rune rune) => rune.Value is not ('\n' or '\t')
        && Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
