// SPDX-License-Identifier: GPL-2.0-only
using Spectre.Console;
using Verification.Search;
using Verification.Spec;

namespace Verification.Vmcheck;

/// <summary>A fault matrix for people: sites, entry points, red cells, figures.</summary>
public static class MatrixText
{
    const int Width = 110;
    const int RedShown = 10;

    static readonly CellMode[] modes =
    [
        CellMode.Once, CellMode.ToTheEnd, CellMode.EverySecond, CellMode.NothingLazy,
        CellMode.LazyMakesRoom, CellMode.LazyInVain,
    ];

    /// <summary>The whole report.</summary>
    internal static void Print(MatrixReport report, MatrixTraces traces, Screen screen)
    {
        Write(report, screen);
        WriteRed(screen.Lines, report, traces);
        screen.Details.Write($"{Words.Of(report.Commands, "command")} checked in "
            + $"{report.Time.TotalSeconds:F1} s, {Words.Of(report.Plan.Jobs, "job")}\n");
        screen.Lines.WriteLine(Verdict(report));
    }

    /// <summary>What does not depend on the clock: tables and figures.</summary>
    public static string Summary(MatrixReport report)
    {
        using StringWriter text = new() { NewLine = "\n" };
        Write(report, Screen.Of(text));
        return text.ToString();
    }

    static void Write(MatrixReport report, Screen screen)
    {
        TextWriter text = screen.Details;
        IAnsiConsole tables = screen.Tables(text, Width);
        tables.Write(Sites(report));
        tables.Write(Entries(report));
        string[] none = [.. report.Entries
            .Where(static entry => entry.Sites == 0).Select(static entry => entry.Row.Name)];
        WriteNames(text, "no allocation", none);
        WriteLeftOut(text, report);
        MatrixPlan plan = report.Plan;
        text.Write($"{report.Target}, {Words.Of(plan.Eras)} "
            + $"{Words.Of(plan.Mode)}, "
            + $"{string.Join(", ", plan.Machines.Select(static machine => machine.Name))}\n"
            + $"{report.SitesReached:N0} of {Words.Of(report.Sites, "site")} reached; "
            + $"{Words.Of(report.Pairs, "pair")}, in {report.PairsBothFired:N0} of them the call "
            + "came to the second fault\n");
    }

    static void WriteNames(TextWriter text, string title, string[] names)
    {
        if (names.Length > 0)
        {
            text.Write($"{title}: {string.Join(", ", names)}\n");
        }
    }

    static void WriteLeftOut(TextWriter text, MatrixReport report)
    {
        foreach (var lack in report.LeftOut.GroupBy(static one => one.Lacks.Contains(one.Row)
            ? "of entry points that it does not have"
            : $"that need {string.Join(", ", one.Lacks.Select(static row => row.Name))}"))
        {
            string calls = Words.Of(lack.Sum(static one => one.Calls), "call");
            WriteNames(
                text, $"left out, {calls} {lack.Key}", [.. lack.Select(static one => one.Row.Name)]);
        }
    }

    static string Verdict(MatrixReport report)
    {
        string notMade = report.NotMade == 0 ? "" : $"{report.NotMade:N0} not made, for "
            + $"{KnownDefects.NofailMapsOverItself}, a known defect of this kernel; ";
        string left = report.CellsLeft == 0 ? ""
            : $"; {report.CellsLeft:N0} more left out, of calls with many deadly ones";
        return $"{Words.Of(report.Cells.Count(), "cell")}: {report.Passed:N0} passed, {notMade}"
            + $"{report.Red.Count():N0} red{left}";
    }

    static Table Sites(MatrixReport report)
    {
        Table table = new Table().Border(TableBorder.Simple)
            .AddColumn(new TableColumn("site").NoWrap())
            .AddColumn(new TableColumn("index").RightAligned())
            .AddColumn(new TableColumn("sites").RightAligned());
        foreach (CellMode mode in modes)
        {
            table.AddColumn(new TableColumn(CellModes.Of(mode)).RightAligned());
        }

        table.AddColumn(new TableColumn("red").RightAligned());
        foreach (SiteFigures site in report.SitesByKind)
        {
            table.AddRow(
            [
                site.Site.ToString(),
                site.Last == 0 ? "0" : $"0-{site.Last}",
                $"{site.Sites:N0}",
                .. modes.Select(mode => Count(site.Of(mode))),
                Red(site.Cells),
            ]);
        }

        return table;
    }

    static Table Entries(MatrixReport report)
    {
        Table table = new Table().Border(TableBorder.Simple)
            .AddColumn("entry point")
            .AddColumn(new TableColumn("calls").RightAligned())
            .AddColumn(new TableColumn("sites").RightAligned())
            .AddColumn(new TableColumn("cells").RightAligned())
            .AddColumn(new TableColumn("pairs").RightAligned())
            .AddColumn("returned")
            .AddColumn(new TableColumn("red").RightAligned());
        foreach (EntryFigures entry in report.Entries.Where(static entry => entry.Sites > 0))
        {
            table.AddRow(
                entry.Row.Name,
                $"{entry.Calls.Count:N0}",
                $"{entry.Sites:N0}",
                $"{entry.Cells.Count():N0}",
                Count(entry.Cells.Count(static cell => cell.Mode == CellMode.Pair)),
                string.Join(", ", entry.Results),
                Red(entry.Cells));
        }

        return table;
    }

    static string Red(IEnumerable<FaultCell> cells)
    {
        int red = cells.Count(static cell => cell.IsRed);
        return red == 0 ? Count(red) : $"[red]{Count(red)}[/]";
    }

    static string Count(int count) => count == 0 ? "-" : $"{count:N0}";

    static void WriteRed(TextWriter text, MatrixReport report, MatrixTraces traces)
    {
        FaultCell[] red = [.. report.Red];
        foreach (FaultCell cell in red.Take(RedShown))
        {
            text.Write($"RED {traces.Target}: {cell.Call.Line} on {cell.Call.Machine.Name}, "
                + $"{Words.Of(cell.Call.Era)}; {cell.Where} {CellModes.Of(cell.Mode)}: "
                + $"{cell.Verdict.Result}; {cell.Verdict.Wrong}\n"
                + (traces.FileOf(cell) is { } file ? $"    {traces.Again(file)}\n" : ""));
        }

        if (red.Length > 0)
        {
            text.Write($"{Words.Of(red.Length, "red cell")}, the first "
                + $"{Words.Of(traces.Count, "trace file")} in vmcheck-matrix\n");
        }
    }
}
