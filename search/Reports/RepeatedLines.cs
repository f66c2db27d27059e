// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Search;

/// <summary>
/// Lines for a reader, in which a line, or two by turns, that come again and again are told once.
/// </summary>
static class RepeatedLines
{
    const int LongestTurn = 2;

    /// <summary>What comes less often is written out.</summary>
    const int LeastTimes = 3;

    /// <summary><c>kfree vmap_area: 4 times</c>; <c>one, then another: 12 times</c>.</summary>
    public static IReadOnlyList<string> Folded(IReadOnlyList<string> lines)
    {
        List<string> folded = [];
        for (int at = 0; at < lines.Count;)
        {
            (int turn, int times) = Enumerable.Range(1, LongestTurn)
                .Select(turn => (Turn: turn, Times: TimesFrom(lines, at, turn)))
                .MaxBy(static one => one.Times >= LeastTimes ? one.Turn * one.Times : 0);
            bool isRepeated = times >= LeastTimes;
            folded.Add(!isRepeated ? lines[at]
                : $"{string.Join(", then ", lines.Skip(at).Take(turn))}: {times} times");
            at += isRepeated ? turn * times : 1;
        }

        return folded;
    }

    /// <summary>How often so many lines stand there, one time behind the other.</summary>
    static int TimesFrom(IReadOnlyList<string> lines, int at, int turn)
    {
        int end = at + turn;
        while (end < lines.Count && lines[end] == lines[end - turn])
        {
            end++;
        }

        return end > lines.Count ? 0 : (end - at) / turn;
    }
}
