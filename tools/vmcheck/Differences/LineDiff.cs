// SPDX-License-Identifier: GPL-2.0-only
using DiffPlex;
using DiffPlex.Model;

namespace Verification.Vmcheck;

/// <summary>Lines that stand in the place of others.</summary>
readonly record struct LineBlock(int OldStart, int OldCount, int NewStart, int NewCount);

/// <summary>Which lines of one text are those of another.</summary>
static class LineDiff
{
    /// <summary>
    /// What lies between common ends is compared up to so many lines; the time grows with the
    /// square.
    /// </summary>
    const int MaxLines = 8192;

    /// <summary>Blocks that differ, ascending; too many lines are one block.</summary>
    public static IReadOnlyList<LineBlock> Of(string[] old, string[] now)
    {
        int head = 0;
        while (head < Math.Min(old.Length, now.Length) && old[head] == now[head])
        {
            head++;
        }

        int tail = 0;
        while (tail < Math.Min(old.Length, now.Length) - head
            && old[^(tail + 1)] == now[^(tail + 1)])
        {
            tail++;
        }

        string[] oldMiddle = old[head..^tail];
        string[] nowMiddle = now[head..^tail];
        if (oldMiddle.Length == 0 || nowMiddle.Length == 0
            || Math.Max(oldMiddle.Length, nowMiddle.Length) > MaxLines)
        {
            return oldMiddle.Length + nowMiddle.Length == 0 ? []
                : [new LineBlock(head, oldMiddle.Length, head, nowMiddle.Length)];
        }

        DiffResult result = new Differ().CreateCustomDiffs(
            string.Join('\n', oldMiddle), string.Join('\n', nowMiddle), ignoreWhiteSpace: false,
            static text => text.Split('\n'));
        return
        [
            .. result.DiffBlocks.Select(block => new LineBlock(
                head + block.DeleteStartA, block.DeleteCountA, head + block.InsertStartB,
                block.InsertCountB)),
        ];
    }
}
