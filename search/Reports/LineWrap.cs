// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Search;

/// <summary>Cuts long lines at blanks, and long words behind commas.</summary>
public static class LineWrap
{
    /// <summary>
    /// Rows of at most <paramref name="width"/> columns; all but the first begin with
    /// <paramref name="indent"/>. A word that is longer than a row is cut behind a comma, or where
    /// the row ends.
    /// </summary>
    public static List<string> Of(string line, int width, string indent = "  ")
    {
        ArgumentNullException.ThrowIfNull(line);
        ArgumentNullException.ThrowIfNull(indent);
        List<string> rows = [];
        while (line.Length > width)
        {
            int end = line.LastIndexOf(' ', width);
            end = end > indent.Length ? end : line.LastIndexOf(',', width - 1) + 1;
            end = end > indent.Length ? end : width;
            rows.Add(line[..end].TrimEnd());
            line = indent + line[end..].TrimStart();
        }

        rows.Add(line);
        return rows;
    }
}
