// SPDX-License-Identifier: GPL-2.0-only
using System.Text.Json;
using System.Text.RegularExpressions;
using Spectre.Console;

namespace Verification.Mutants;

/// <summary>What was not noticed, and how much was, folder by folder.</summary>
static partial class Report
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
            text.WriteLine(left);
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

    /// <summary>
    /// The mutants that a text lists. Those whose lines have moved since are found again.
    /// </summary>
    public static Func<Mutant, bool> SurvivorsIn(string text)
    {
        HashSet<string> listed = new(
            from line in text.Split('\n')
            let match = Listed().Match(line)
            where match.Success
            select match.Groups["file"].Value + match.Groups["says"].Value,
            StringComparer.Ordinal);
        return mutant => listed.Contains($"{mutant.File}: {mutant.Says}");
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
                Verdict = left.Word,
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
        all.Where(static one => one.IsLeft);

    [GeneratedRegex(@"^(survived|unreached) (?<file>\S+):\d+(?<says>: .*)$")]
    private static partial Regex Listed();
}
