// SPDX-License-Identifier: GPL-2.0-only
using System.Text;
using Verification.Search;

namespace Verification.BadInput;

/// <summary>
/// Spoils texts as disks, editors, pipes and people do: characters, lines, numbers, encodings, the
/// words of other grammars, and sizes. The same seed spoils a text in the same way.
/// </summary>
/// <param name="others">Texts of any grammar, from which pieces are taken.</param>
public sealed class Mutator(IReadOnlyList<string> others)
{
    const int LongLine = 1 << 20;
    const int ManyLines = 1 << 16;
    const int MostEdits = 3;

    delegate string Edit(string text, ref Prng prng);

    static readonly Edit[] plain =
    [
        FlipBit, Replace, Insert, Insert, Delete, Swap, Double, Extreme, Extreme, Token, Token,
        CutLine, DoubleLine, MoveLine, JoinLines, EndLineInCarriageReturn,
    ];

    /// <summary>The text with one to three changes; now and then cut short, spliced or huge.</summary>
    public string Spoil(string text, ulong seed)
    {
        Prng prng = new(seed);
        for (int edits = 1 + prng.Below(MostEdits); edits > 0; edits--)
        {
            text = plain[prng.Below(plain.Length)](text, ref prng);
        }

        return prng.Below(100) switch
        {
            < 3 => text[..prng.Below(text.Length + 1)],
            < 6 => Splice(text, ref prng),
            6 when prng.Percent(10) => Enlarge(text, ref prng),
            _ => text,
        };
    }

    string Splice(string text, ref Prng prng)
    {
        string other = others[prng.Below(others.Count)];
        return text[..prng.Below(text.Length + 1)] + other[prng.Below(other.Length + 1)..];
    }

    static string Enlarge(string text, ref Prng prng)
    {
        int at = prng.Below(text.Length + 1);
        string what = prng.Pick<string>(Words.Nesting);
        string much = prng.Below(3) switch
        {
            0 => new string('9', LongLine),
            1 => new StringBuilder().Insert(0, what, LongLine / what.Length).ToString(),
            _ => new StringBuilder().Insert(0, what + "\n", ManyLines).ToString(),
        };
        return text.Insert(at, much);
    }

    static string FlipBit(string text, ref Prng prng)
    {
        if (text.Length == 0)
        {
            return text;
        }

        int at = prng.Below(text.Length);
        char flipped = (char)(text[at] ^ (1 << prng.Below(8)));
        return $"{text.AsSpan(0, at)}{flipped}{text.AsSpan(at + 1)}";
    }

    static string Replace(string text, ref Prng prng) =>
        Insert(Delete(text, ref prng), ref prng);

    static string Insert(string text, ref Prng prng) =>
        text.Insert(prng.Below(text.Length + 1), prng.Pick<string>(Words.Junk));

    static string Token(string text, ref Prng prng)
    {
        string token = prng.Pick<string>(Words.Tokens);
        return text.Insert(prng.Below(text.Length + 1), prng.Percent(50) ? token : $" {token} ");
    }

    static string Delete(string text, ref Prng prng)
    {
        (int at, int length) = Stretch(text, ref prng);
        return text.Remove(at, length);
    }

    static string Double(string text, ref Prng prng)
    {
        (int at, int length) = Stretch(text, ref prng);
        return text.Insert(at, text.Substring(at, length));
    }

    static string Swap(string text, ref Prng prng)
    {
        (int at, int length) = Stretch(text, ref prng);
        string rest = text.Remove(at, length);
        return rest.Insert(prng.Below(rest.Length + 1), text.Substring(at, length));
    }

    /// <summary>One of the text's numbers at one of the bounds of its kind.</summary>
    static string Extreme(string text, ref Prng prng)
    {
        int at = text.AsSpan(prng.Below(text.Length + 1)).IndexOfAnyInRange('0', '9');
        at = at < 0 ? text.AsSpan().IndexOfAnyInRange('0', '9') : text.IndexOfAny(Words.Digits, at);
        if (at < 0)
        {
            return text;
        }

        int end = at;
        while (end < text.Length && char.IsAsciiLetterOrDigit(text[end]))
        {
            end++;
        }

        return $"{text.AsSpan(0, at)}{prng.Pick<string>(Words.Extremes)}{text.AsSpan(end)}";
    }

    static string CutLine(string text, ref Prng prng)
    {
        (int begin, int end) = Line(text, ref prng);
        return text.Remove(begin, end - begin);
    }

    static string DoubleLine(string text, ref Prng prng)
    {
        (int begin, int end) = Line(text, ref prng);
        return text.Insert(begin, text[begin..end]);
    }

    static string MoveLine(string text, ref Prng prng)
    {
        (int begin, int end) = Line(text, ref prng);
        string rest = text.Remove(begin, end - begin);
        return rest.Insert(Line(rest, ref prng).Begin, text[begin..end]);
    }

    static string JoinLines(string text, ref Prng prng)
    {
        (_, int end) = Line(text, ref prng);
        return end > 0 && text[end - 1] == '\n' ? text.Remove(end - 1, 1) : text;
    }

    static string EndLineInCarriageReturn(string text, ref Prng prng)
    {
        (_, int end) = Line(text, ref prng);
        return end > 0 ? text.Insert(end - 1, "\r") : text;
    }

    static (int At, int Length) Stretch(string text, ref Prng prng)
    {
        int at = prng.Below(text.Length + 1);
        int longest = prng.Percent(10) ? 400 : 12;
        return (at, Math.Min(text.Length - at, 1 + prng.Below(longest)));
    }

    /// <summary>A line with its end.</summary>
    static (int Begin, int End) Line(string text, ref Prng prng)
    {
        int at = prng.Below(text.Length + 1);
        int begin = at == 0 ? 0 : text.LastIndexOf('\n', at - 1) + 1;
        int end = text.IndexOf('\n', at);
        return (begin, end < 0 ? text.Length : end + 1);
    }
}
