// SPDX-License-Identifier: GPL-2.0-only
using System.Net;
using System.Runtime.CompilerServices;
using System.Text;

namespace Verification.Vmcheck;

/// <summary>
/// Markup. What is written into a literal of it is escaped, unless it is markup itself: no name in
/// a trace can end an element or begin one.
/// </summary>
readonly record struct Html(string Text)
{
    public static readonly Html None = new("");

    /// <summary>Markup from a literal and what it is filled with.</summary>
    public static Html Of(Literal literal) => new(literal.ToString());

    /// <summary>JSON inside a script element, which no text in it can end.</summary>
    public static Html Data(string json) => new(json.Replace("<", "\\u003c"));

    /// <summary>One after the other, each on lines of its own.</summary>
    public static Html Join(IEnumerable<Html> parts) =>
        new(string.Join('\n', parts.Select(static part => part.Text)));

    /// <summary>Builds markup out of an interpolated literal.</summary>
    [InterpolatedStringHandler]
    public readonly ref struct Literal(int literalLength, int formattedCount)
    {
        readonly StringBuilder text = new(literalLength + (16 * formattedCount));

        public void AppendLiteral(string literal) => text.Append(literal);

        public void AppendFormatted(Html markup) => text.Append(markup.Text);

        public void AppendFormatted<T>(T value) =>
            text.Append(WebUtility.HtmlEncode(value?.ToString()));

        public override string ToString() => text.ToString();
    }
}
