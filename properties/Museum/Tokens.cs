// SPDX-License-Identifier: GPL-2.0-only
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Verification.Museum;

/// <summary>Finds a piece of code by its tokens, whatever white space lies between them.</summary>
static class Tokens
{
    /// <summary>Every place at which the tokens of the text stand next to each other.</summary>
    public static IEnumerable<TextSpan> Find(SyntaxNode member, string text)
    {
        string[] wanted =
        [
            .. SyntaxFactory.ParseTokens(text)
                .Where(static token => !token.IsKind(SyntaxKind.EndOfFileToken))
                .SelectMany(static token => Parts(token).Select(static part => part.Text)),
        ];
        (string Text, TextSpan Span)[] present = [.. member.DescendantTokens().SelectMany(Parts)];
        for (int at = 0; wanted.Length > 0 && at + wanted.Length <= present.Length; at++)
        {
            int length = 0;
            while (length < wanted.Length && present[at + length].Text == wanted[length])
            {
                length++;
            }

            if (length == wanted.Length)
            {
                yield return TextSpan.FromBounds(
                    present[at].Span.Start, present[at + length - 1].Span.End);
            }
        }
    }

    /// <summary>A shift is one token to the parser and two to the lexer: here it is two.</summary>
    static IEnumerable<(string Text, TextSpan Span)> Parts(SyntaxToken token)
    {
        string text = token.Text;
        int begin = 0;
        while (text.AsSpan(begin).StartsWith(">>"))
        {
            yield return (">", new TextSpan(token.SpanStart + begin, 1));
            begin++;
        }

        yield return (text[begin..], TextSpan.FromBounds(token.SpanStart + begin, token.Span.End));
    }
}
