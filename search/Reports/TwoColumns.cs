// SPDX-License-Identifier: GPL-2.0-only
using System.Text;

namespace Verification.Search;

/// <summary>
/// Two texts side by side on a terminal of 80 columns: equal lines face each other, a bar stands
/// between those that differ. Runs of blanks shrink to one, long lines are wrapped.
/// </summary>
public static class TwoColumns
{
    /// <summary>No line of the result is longer.</summary>
    public const int Width = 79;

    const int Column = (Width - 3) / 2;

    /// <summary>Lines end in LF, the last one too; the titles stand above the columns.</summary>
    public static string Of((string Title, string Text) left, (string Title, string Text) right)
    {
        StringBuilder text = new();
        AppendRow(text, left.Title, right.Title, ' ');
        AppendRow(text, new string('-', Column), new string('-', Column), ' ');
        string[] one = Lines(left.Text);
        string[] other = Lines(right.Text);
        HashSet<string> inOne = [.. one];
        HashSet<string> inOther = [.. other];
        for (int i = 0, k = 0; i < one.Length || k < other.Length;)
        {
            bool isEqual = i < one.Length && k < other.Length && one[i] == other[k];
            bool onlyOther = i == one.Length
                || (k < other.Length && inOther.Contains(one[i]) && !inOne.Contains(other[k]));
            bool onlyOne = k == other.Length
                || (i < one.Length && inOne.Contains(other[k]) && !inOther.Contains(one[i]));
            AppendRow(
                text,
                onlyOther && !isEqual ? "" : one[i++],
                onlyOne && !isEqual ? "" : other[k++],
                isEqual ? ' ' : '|');
        }

        return text.ToString();
    }

    static string[] Lines(string text) =>
    [
        .. text.TrimEnd('\n').Split('\n').Select(static line =>
            string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries))),
    ];

    static void AppendRow(StringBuilder text, string left, string right, char between)
    {
        List<string> one = LineWrap.Of(left, Column);
        List<string> other = LineWrap.Of(right, Column);
        for (int i = 0; i < Math.Max(one.Count, other.Count); i++)
        {
            string row = $"{one.ElementAtOrDefault(i) ?? "",-Column} {between} "
                + other.ElementAtOrDefault(i);
            text.Append(row.TrimEnd()).Append('\n');
        }
    }
}
