// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Search;

/// <summary>
/// The lines by which the dumps of two pictures differ: <c>-</c> before, <c>+</c> after, in the
/// order of the dump.
/// </summary>
public static class PictureDifference
{
    /// <summary>Empty when the dumps are equal. Frame numbers are common to both.</summary>
    public static IReadOnlyList<string> Of(Machine machine, Picture before, Picture after)
    {
        FrameNames frames = new();
        string[] old = Lines(PageTableDump.Of(machine, before, frames));
        string[] now = Lines(PageTableDump.Of(machine, after, frames));
        HashSet<string> oldLines = [.. old];
        HashSet<string> nowLines = [.. now];
        List<string> difference = [];
        int next = 0;
        foreach (string line in old)
        {
            if (!nowLines.Contains(line))
            {
                difference.Add($"- {line}");
                continue;
            }

            next = AppendNew(difference, now, next, oldLines);
            next += next < now.Length && now[next] == line ? 1 : 0;
        }

        AppendNew(difference, now, next, oldLines);
        return difference;
    }

    /// <summary>Adds the new lines up to the next common one; returns where that is.</summary>
    static int AppendNew(
        List<string> difference, string[] now, int next, HashSet<string> oldLines)
    {
        for (; next < now.Length && !oldLines.Contains(now[next]); next++)
        {
            difference.Add($"+ {now[next]}");
        }

        return next;
    }

    /// <summary>Lines that say something; an empty section has none.</summary>
    static string[] Lines(string dump) =>
        [.. dump.TrimEnd('\n').Split('\n').Where(static line => line != "none")];
}
