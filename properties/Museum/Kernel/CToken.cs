// SPDX-License-Identifier: GPL-2.0-only
using System.Text.RegularExpressions;

namespace Verification.Museum;

/// <summary>A word, number, string or sign of a C file, and where it stands.</summary>
/// <param name="Start">Index of its first character.</param>
/// <param name="End">Index after its last.</param>
readonly partial record struct CToken(string Text, int Start, int End)
{
    /// <summary>A word of letters, not a number.</summary>
    public bool IsName => char.IsLetter(Text[0]) || Text[0] == '_';

    /// <summary>All of a text in their order; white space and comments are none.</summary>
    public static IReadOnlyList<CToken> Of(string text) =>
    [
        .. Piece().Matches(text).Where(static one => !one.Groups["none"].Success)
            .Select(static one => new CToken(one.Value, one.Index, one.Index + one.Length)),
    ];

    /// <summary>The index after what closes the bracket at an index; -1: nothing does.</summary>
    public static int AfterClosing(IReadOnlyList<CToken> tokens, int open)
    {
        int depth = 0;
        for (int i = open; i < tokens.Count; i++)
        {
            depth += tokens[i].Text is "(" or "{" or "[" ? 1
                : tokens[i].Text is ")" or "}" or "]" ? -1 : 0;
            if (depth == 0)
            {
                return i + 1;
            }
        }

        return -1;
    }

    [GeneratedRegex(
        """
        (?<none>\s+|//[^\n]*|/\*.*?\*/)|"(\\.|[^"\\\n])*"|'(\\.|[^'\\\n])*'|\w+|.
        """,
        RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Piece();
}
