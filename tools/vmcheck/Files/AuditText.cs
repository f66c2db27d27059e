// SPDX-License-Identifier: GPL-2.0-only
using System.Text.Json;
using Spectre.Console;
using Verification.Targets;

namespace Verification.Vmcheck;

/// <summary>An audit report for people: findings as `file:line:`, then the figures.</summary>
public static class AuditText
{
    const int FindingsShown = 50;
    const int UnparsedShown = 20;
    const int Width = 100;

    /// <summary>Prints the whole report; every line of the file is in one of its counts.</summary>
    internal static void Print(AuditReport report, string name, Screen screen)
    {
        TextWriter output = screen.Lines;
        TextWriter details = screen.Details;
        foreach (Finding found in report.Findings.Take(FindingsShown))
        {
            output.WriteLine($"{name}:{found.Line}: {found.Rule.Says} ({found.Rule.From})");
            string other = found.OtherLine is { } line ? $"; see line {line}" : "";
            output.WriteLine($"    {found.Caller ?? "no caller"}: {found.Seen}{other}");
        }

        PrintCallers(report, output);
        foreach (UnparsedLine line in report.Unparsed.Take(UnparsedShown))
        {
            output.WriteLine($"{name}:{line.Line}:{line.Column}: not read: {line.Reason}");
            output.WriteLine($"    {line.Text}");
        }

        if (report.Unparsed.Count > UnparsedShown)
        {
            output.WriteLine($"    and {report.Unparsed.Count - UnparsedShown} more");
        }

        PrintUnknown(report, details);
        foreach (string note in report.Notes)
        {
            details.WriteLine($"note: {note}");
        }

        if (report.Areas.Count > 0)
        {
            PrintRules(report, screen.Tables(details, Width));
        }

        string classes = string.Join(", ", Enum.GetValues<LineClass>()
            .Where(found => report.CountOf(found) > 0)
            .Select(found => $"{report.CountOf(found)} {Name(found)}"));
        details.WriteLine($"{report.Lines} lines: {(classes.Length > 0 ? classes : "none")}");
        output.WriteLine($"{report.Areas.Count} areas, {report.Findings.Count} findings, "
            + $"{report.Unparsed.Count} lines not read, pages of {report.PageSizeBytes} bytes");
    }

    static void PrintCallers(AuditReport report, TextWriter output)
    {
        if (report.Findings.Count > FindingsShown)
        {
            output.WriteLine($"    and {report.Findings.Count - FindingsShown} more findings; "
                + "--json has them all");
        }

        foreach (IGrouping<string, Finding> caller in report.Findings
            .GroupBy(found => found.Caller ?? "no caller")
            .OrderByDescending(caller => caller.Count())
            .Take(FindingsShown))
        {
            output.WriteLine($"caller {caller.Key}: {caller.Count()} findings");
        }
    }

    static void PrintUnknown(AuditReport report, TextWriter output)
    {
        foreach (IGrouping<string, UnknownAttribute> unknown in report.UnknownAttributes
            .GroupBy(attribute => attribute.Text.Split('=')[0]))
        {
            UnknownAttribute first = unknown.First();
            output.WriteLine($"note: unknown attribute '{first.Text}' at {first.Line}:"
                + $"{first.Column}, {unknown.Count()} times");
        }
    }

    static void PrintRules(AuditReport report, IAnsiConsole tables)
    {
        Table table = new Table().Border(TableBorder.Simple)
            .AddColumn("rule")
            .AddColumn(new TableColumn("judged").RightAligned())
            .AddColumn(new TableColumn("broken").RightAligned());
        foreach (RuleCount count in report.Rules)
        {
            string style = count.Found > 0 ? "red" : count.Checked == 0 ? "grey" : "default";
            table.AddRow(
                $"[{style}]{Markup.Escape(count.Rule.Says)}[/]",
                count.Checked == 0 ? "[grey]never[/]" : $"{count.Checked}",
                $"[{style}]{count.Found}[/]");
        }

        tables.Write(table);
    }

    static string Name(LineClass found) => found switch
    {
        LineClass.VmMapRam => "vm_map_ram",
        LineClass.DmaCoherent => "dma-coherent",
        _ => JsonNamingPolicy.CamelCase.ConvertName(found.ToString()),
    };
}
