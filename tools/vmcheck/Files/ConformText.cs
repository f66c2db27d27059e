// SPDX-License-Identifier: GPL-2.0-only
using Spectre.Console;
using Verification.Targets;

namespace Verification.Vmcheck;

/// <summary>A conformance report for people: differences side by side, then the figures.</summary>
public static class ConformText
{
    const int Width = 160;

    /// <summary>Prints the first difference of each file, and where every command went.</summary>
    internal static void Print(ConformanceReport report, Screen screen)
    {
        TextWriter output = screen.Lines;
        IAnsiConsole tables = screen.Tables(output, Width);
        foreach (Difference difference in report.Differences)
        {
            output.WriteLine($"{difference.File}:{difference.Line}: {difference.Command}");
            tables.Write(SideBySide(difference));
        }

        foreach ((string reason, int commands) in report.Reasons)
        {
            screen.Details.WriteLine($"out of reach: {commands} commands: {reason}");
        }

        output.WriteLine($"{report.Files} files, {report.Commands} commands, "
            + $"{report.Reproduced} reproduced, {report.OutOfReach} out of reach, "
            + $"{report.Differences.Count} files differ "
            + $"({report.NotFollowed} commands at or after a difference)");
    }

    static Table SideBySide(Difference difference)
    {
        Table table = new Table().Border(TableBorder.Simple)
            .AddColumn($"recorded ({difference.Kinds})")
            .AddColumn("model");
        int rows = Math.Max(difference.Expected.Count, difference.Actual.Count);
        for (int i = 0; i < rows; i++)
        {
            table.AddRow(Cell(difference.Expected, i), Cell(difference.Actual, i));
        }

        return table;
    }

    static string Cell(IReadOnlyList<string> lines, int index) =>
        index < lines.Count ? Markup.Escape(lines[index]) : "[grey](nothing)[/]";
}
