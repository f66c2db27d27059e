// SPDX-License-Identifier: GPL-2.0-only
using Verification.Search;

namespace Verification.Vmcheck;

/// <summary>
/// The lines in which two texts differ, in the unified form, with three around, behind an empty
/// line.
/// </summary>
static class UnifiedText
{
    const int Around = 3;

    /// <summary>Empty when the texts are equal, line ends apart.</summary>
    public static IReadOnlyList<TextLine> Of(
        (string Name, string Text) a, (string Name, string Text) b)
    {
        string[] old = LinesOf(a.Text);
        string[] now = LinesOf(b.Text);
        IReadOnlyList<LineBlock> blocks = LineDiff.Of(old, now);
        if (blocks.Count == 0)
        {
            return [];
        }

        List<TextLine> lines =
        [
            new(TextRole.Plain, ""), new(TextRole.Removed, $"--- {a.Name}"),
            new(TextRole.Added, $"+++ {b.Name}"),
        ];
        for (int first = 0; first < blocks.Count;)
        {
            int next = first + 1;
            while (next < blocks.Count && blocks[next].OldStart
                - (blocks[next - 1].OldStart + blocks[next - 1].OldCount) <= 2 * Around)
            {
                next++;
            }

            AppendHunk(lines, old, now, [.. blocks.Skip(first).Take(next - first)]);
            first = next;
        }

        return lines;
    }

    static string[] LinesOf(string text) =>
        text.Length == 0 ? [] : text.TrimEnd('\r', '\n').Replace("\r\n", "\n").Split('\n');

    static void AppendHunk(
        List<TextLine> lines, string[] old, string[] now, LineBlock[] blocks)
    {
        LineBlock last = blocks[^1];
        int before = Math.Min(Around, blocks[0].OldStart);
        int from = blocks[0].OldStart - before;
        int end = Math.Min(last.OldStart + last.OldCount + Around, old.Length);
        int newFrom = blocks[0].NewStart - before;
        int newEnd = last.NewStart + last.NewCount + end - last.OldStart - last.OldCount;
        lines.Add(new TextLine(
            TextRole.Aside, $"@@ -{Range(from, end)} +{Range(newFrom, newEnd)} @@"));
        int at = from;
        foreach (LineBlock block in blocks)
        {
            Append(TextRole.Plain, ' ', old[at..block.OldStart]);
            at = block.OldStart + block.OldCount;
            Append(TextRole.Removed, '-', old[block.OldStart..at]);
            Append(TextRole.Added, '+', now[block.NewStart..(block.NewStart + block.NewCount)]);
        }

        Append(TextRole.Plain, ' ', old[at..end]);

        void Append(TextRole role, char sign, string[] some) => lines.AddRange(
            some.Select(line => new TextLine(role, VerbException.Printable($"{sign}{line}"))));
    }

    /// <summary>An empty range is named by the line before it.</summary>
    static string Range(int from, int end) =>
        $"{(end == from ? from : from + 1)},{end - from}";
}
