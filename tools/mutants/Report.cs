// SPDX-License-Identifier: GPL-2.0-only
using System.Text.Json;
using Spectre.Console;

namespace Verification.Mutants;

/// <summary>What was not noticed, and how much was, folder by folder.</summary>
static class Report
{
    const int Width = 100;

    static readonly JsonSerializerOptions camelCase = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
    };

    /// <summary>A line a survivor, and a table; lines end in LF.</summary>
    public static string Text(IReadOnlyCollection<Judged> all)
    {
        using StringWriter text = new() { NewLine = "\n" };
        foreach (Judged left in Left(all))
        {
            text.WriteLine($"{Word(left)} {left.Mutant}");
        }

        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(text),
            Ansi = AnsiSupport.No,
        });
        console.Profile.Width = Width;
        console.Write(Folders(all));
        text.WriteLine($"{Sum([.. all])}; {all.Count(static one => !one.Counts):N0} more changes "
            + "do not compile");
        return text.ToString();
    }

    /// <summary>One object; names are stable, new ones may be added.</summary>
    public static string Json(IReadOnlyCollection<Judged> all) => JsonSerializer.Serialize(
        new
        {
            Folders = ByFolder(all).Select(static folder => new
            {
                Folder = folder.Key,
                Mutants = folder.Count(static one => one.Counts),
                Killed = folder.Count(static one => one.IsKilled),
                Unreached = folder.Count(static one => one.Verdict == Verdict.Unreached),
                DoesNotCompile = folder.Count(static one => !one.Counts),
            }),
            Left = Left(all).Select(static left => new
            {
                left.Mutant.File,
                left.Mutant.Line,
                Change = left.Mutant.Says,
                Verdict = Word(left),
            }),
        },
        camelCase) + "\n";

    static Table Folders(IReadOnlyCollection<Judged> all)
    {
        Table table = new Table().Border(TableBorder.Simple)
            .AddColumn(new TableColumn("folder").NoWrap())
            .AddColumn(new TableColumn("mutants").RightAligned())
            .AddColumn(new TableColumn("killed").RightAligned())
            .AddColumn(new TableColumn("survived").RightAligned())
            .AddColumn(new TableColumn("unreached").RightAligned())
            .AddColumn(new TableColumn("").RightAligned());
        foreach (IGrouping<string, Judged> folder in ByFolder(all))
        {
            table.AddRow(
                folder.Key,
                $"{folder.Count(static one => one.Counts):N0}",
                $"{folder.Count(static one => one.IsKilled):N0}",
                $"{folder.Count(static one => one.Verdict == Verdict.Survived):N0}",
                $"{folder.Count(static one => one.Verdict == Verdict.Unreached):N0}",
                Percent([.. folder]));
        }

        return table;
    }

    static string Sum(Judged[] all) =>
        $"{all.Count(static one => one.IsKilled):N0} killed of "
        + $"{all.Count(static one => one.Counts):N0} judged ({Percent(all)})";

    /// <summary>Rounded down: 85 % is 85 at least.</summary>
    static string Percent(Judged[] all)
    {
        int counted = all.Count(static one => one.Counts);
        return counted == 0 ? "-" : $"{100 * all.Count(static one => one.IsKilled) / counted} %";
    }

    static IEnumerable<IGrouping<string, Judged>> ByFolder(IEnumerable<Judged> all) =>
        all.GroupBy(static one => one.Mutant.Folder);

    static IEnumerable<Judged> Left(IEnumerable<Judged> all) =>
        all.Where(static one => one.Counts && !one.IsKilled);

    static string Word(Judged left) =>
        left.Verdict == Verdict.Unreached ? "unreached" : "survived";
}
