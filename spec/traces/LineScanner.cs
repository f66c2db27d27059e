// SPDX-License-Identifier: GPL-2.0-only
using System.Globalization;

namespace Verification.Spec;

/// <summary>
/// Cuts a text into tokens, line by line. Every method that takes a token skips the blanks after
/// it, so that <see cref="Column"/> is always where the next one begins.
/// </summary>
public abstract class LineScanner(string text)
{
    string line = "";
    int at;
    int next;

    /// <summary>The whole line, without its end.</summary>
    public string Text => line;

    /// <summary>From 1; 0 before the first line.</summary>
    public int Line { get; private set; }

    public int Column => at + 1;

    public bool AtLineEnd => at == line.Length;

    public bool AtDigit => char.IsAsciiDigit(Current);

    /// <summary>Where the next token begins, from 0.</summary>
    protected int At
    {
        get => at;
        set => at = value;
    }

    protected char Current => at < line.Length ? line[at] : '\n';

    /// <summary>Goes to the next line that holds a token; false at the end of the file.</summary>
    public bool NextLine()
    {
        while (next <= text.Length)
        {
            int end = text.IndexOf('\n', next);
            end = end < 0 ? text.Length : end;
            line = text[next..end];
            (next, at) = (end + 1, 0);
            Line++;
            SkipBlanks();
            if (!AtLineEnd)
            {
                return true;
            }
        }

        return false;
    }

    public TextSyntaxException Expected(string what) => Error(
        Column, $"expected {what}, found {(AtLineEnd ? "the end of the line" : Found())}");

    /// <summary>What is wrong in the line at hand.</summary>
    public TextSyntaxException Error(int column, string problem) =>
        Error(Math.Max(Line, 1), column, problem);

    protected abstract TextSyntaxException Error(int line, int column, string problem);

    /// <summary>What may stand between two tokens.</summary>
    protected abstract void SkipBlanks();

    /// <summary>Nothing more may stand in the line.</summary>
    public void ExpectLineEnd()
    {
        if (!AtLineEnd)
        {
            throw Expected("the end of the line");
        }
    }

    /// <summary>Takes <paramref name="symbol"/> if it comes next.</summary>
    public bool Take(string symbol)
    {
        int end = at + symbol.Length;
        bool found = string.CompareOrdinal(line, at, symbol, 0, symbol.Length) == 0
            && !(char.IsAsciiLetter(symbol[0]) && end < line.Length && IsInWord(line[end]));
        if (found)
        {
            at = end;
            SkipBlanks();
        }

        return found;
    }

    public void Expect(string symbol)
    {
        if (!Take(symbol))
        {
            throw Expected($"'{symbol}'");
        }
    }

    /// <summary>Letters, digits and underscores; dots too where versions are read.</summary>
    public string Word(string what, bool dots = false)
    {
        int begin = at;
        while (IsInWord(Current) || (dots && Current == '.'))
        {
            at++;
        }

        if (at == begin)
        {
            throw Expected(what);
        }

        string word = line[begin..at];
        SkipBlanks();
        return word;
    }

    /// <summary>One of <paramref name="words"/>; its place among them.</summary>
    public int Choice(string[] words, int first = 0)
    {
        int column = Column;
        string offered = string.Join(" or ", words.Skip(first));
        string word = Word(offered, dots: true);
        int choice = Array.IndexOf(words, word, first);
        return choice >= 0 ? choice
            : throw Error(column, $"expected {offered}, found '{Cut(word)}'");
    }

    /// <summary>A decimal or hex number of 64 bits, within bounds.</summary>
    public ulong Number(string what, ulong max = ulong.MaxValue, ulong min = 0)
    {
        int column = Column;
        string word = AtDigit ? Word(what) : throw Expected(what);
        bool hex = word.StartsWith("0x");
        NumberStyles style = hex ? NumberStyles.AllowHexSpecifier : NumberStyles.None;
        if (!ulong.TryParse(hex ? word.AsSpan(2) : word, style, null, out ulong number))
        {
            throw Error(column, $"expected {what}: '{Cut(word)}' is no number of 64 bits");
        }

        return number >= min && number <= max ? number
            : throw Error(
                column, $"expected {what}: '{Cut(word)}' is not {min} to {TraceWords.Of(max)}");
    }

    /// <summary>Shortened for a message.</summary>
    public static string Cut(string word) => word.Length > 40 ? word[..40] + "..." : word;

    static bool IsInWord(char c) => char.IsAsciiLetterOrDigit(c) || c == '_';

    string Found()
    {
        int end = at;
        while (end < line.Length && end < at + 20 && !char.IsWhiteSpace(line[end]))
        {
            end++;
        }

        return $"'{line[at..end]}'";
    }
}
