// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Search;

/// <summary>
/// The lines of /proc/vmallocinfo that the calls of one trace print, or that another task read in
/// the middle of them; to the letter, as the kernel prints them.
/// </summary>
public sealed class PrintedLines
{
    /// <summary>Of longer lists a reader sees so many lines, and how many are left out.</summary>
    public const int Shown = 32;

    /// <summary>The last lines of a longer list that are shown.</summary>
    public const int ShownLast = 8;

    /// <summary>Lines of a whole trace; of later calls they are counted.</summary>
    const int Kept = 100_000;

    int left = Kept;

    /// <summary>What a call printed, without line ends; empty: nothing.</summary>
    public IReadOnlyList<string> Of(Step step)
    {
        ArgumentNullException.ThrowIfNull(step);
        if (step.Text.Length == 0)
        {
            return [];
        }

        string[] lines = step.Text.ToString().TrimEnd('\n').Split('\n');
        left -= Math.Min(left, lines.Length);
        return left > 0 ? lines : [$"({lines.Length} lines, left out)"];
    }

    /// <summary>For a reader: a long list without its middle.</summary>
    public static IEnumerable<T> Folded<T>(IReadOnlyList<T> lines, Func<int, T> leftOut)
    {
        ArgumentNullException.ThrowIfNull(lines);
        ArgumentNullException.ThrowIfNull(leftOut);
        return lines.Count <= Shown ? lines :
        [
            .. lines.Take(Shown - ShownLast),
            leftOut(lines.Count - Shown),
            .. lines.Skip(lines.Count - ShownLast),
        ];
    }
}
