// SPDX-License-Identifier: GPL-2.0-only
using Spectre.Console;
using Verification.Search;
using Verification.Spec;

namespace Verification.Vmcheck;

/// <summary>A campaign for people: the laws, then what broke them, then the figures.</summary>
static class CheckText
{
    const int Width = 100;

    /// <summary>The whole report.</summary>
    public static void Print(CampaignReport report, string? goOn, bool interrupted, Screen screen)
    {
        TextWriter text = screen.Details;
        IAnsiConsole tables = screen.Tables(text, Width);
        tables.Write(Table(report));
        foreach (Finding finding in report.Findings)
        {
            screen.Lines.Write($"{new string('-', Width)}\n{Of(finding, report.Figures)}");
        }

        WriteNames(
            text,
            $"not shrunk, as {Clusters.MostOfALaw} clusters of the law were",
            report.NotShrunk.Select(
                static first => $"{first.Violation.Cluster} (trace {first.Number})"));
        tables.Write(CoverageText.Table(report));
        WriteNames(text, "never exercised", report.NotExercised);
        foreach (var reason in report.NotCheckable.GroupBy(static one => one.Why))
        {
            WriteNames(
                text, $"not checked, {reason.Key}", reason.Select(static one => one.Law.Name));
        }

        WriteSummary(text, report, interrupted);
        if (goOn is not null)
        {
            text.WriteLine($"go on: {goOn}");
        }

        screen.Lines.WriteLine(
            (report.Findings.Count == 0 ? "no law was broken"
                : $"{Words.Of(report.Findings.Count, "cluster")} of "
                    + Words.Of(Laws(report.Findings), "law"))
            + $"; random seed {report.Plan.Seed}");
    }

    /// <summary>How much of the claim had something to judge, in a few words.</summary>
    public static string Coverage(CampaignFigures figures, IReadOnlyList<Law> laws) =>
        Coverage(figures.ChecksOf, laws);

    /// <inheritdoc cref="Coverage(CampaignFigures, IReadOnlyList{Law})"/>
    public static string Coverage(Func<Law, long> checksOf, IReadOnlyList<Law> laws)
    {
        Law[] judging = [.. laws.Where(law => law.Mood == Mood.Always)];
        Law[] sightings = [.. laws.Where(law => law.Mood == Mood.Sometimes)];
        return $"{judging.Count(law => checksOf(law) > 0)} of {judging.Length} laws checked, "
            + $"{sightings.Count(law => checksOf(law) > 0)} of {sightings.Length} situations seen";
    }

    static string Of(Finding finding, CampaignFigures figures) =>
        $"{FailureReport.Of(finding.Failure)}\n"
        + string.Concat(Notes(finding, figures)
            .SelectMany(static note => LineWrap.Of(note, Width))
            .Select(static row => $"{row}\n"));

    /// <summary>Where it was found, how small it is, and what it stands behind.</summary>
    public static IReadOnlyList<string> Notes(Finding finding, CampaignFigures figures)
    {
        Shrunk shrunk = finding.Shrunk;
        string broken = $"its law is broken in {figures.BrokenBy(finding.Law):N0} of "
            + Words.Of(figures.Traces, "trace");
        string small = $"shrunk from {finding.Found.Commands.Count} to "
            + $"{Words.Of(shrunk.Trace.Commands.Count, "command")} in "
            + $"{Words.Of(shrunk.Runs, "run")}, {Certificate(shrunk)}";
        List<string> lines =
        [
            finding.Number is { } number ? $"found in trace {number}, {broken}; {small}"
                : finding.Found.Equals(shrunk.Trace) ? $"stored before and fails still; {broken}"
                : $"of a stored trace that was changed, {broken}; {small}",
        ];
        if (finding.AlsoSeenAs.Count > 0)
        {
            lines.Add($"also seen as {string.Join(", ", finding.AlsoSeenAs)}");
        }

        if (finding.Behind.Count > 0)
        {
            lines.Add($"behind: this trace breaks {string.Join(", ", finding.Behind)} first, of "
                + "which this may be a mere consequence");
        }

        return lines;
    }

    /// <summary>What is known of the smallness of a shrunk trace.</summary>
    public static string Certificate(Shrunk shrunk) =>
        (shrunk.IsOneMinimal ? "1-minimal: verified" : "not known to be 1-minimal")
        + (shrunk.IsFinished ? "" : ", stopped at the bound of runs or time");

    static int Laws(IEnumerable<Finding> findings) =>
        findings.Select(static finding => finding.Law.Id).Distinct().Count();

    static Table Table(CampaignReport report)
    {
        Table table = new Table().Border(TableBorder.Simple)
            .AddColumn("law")
            .AddColumn("reach")
            .AddColumn(new TableColumn("checked").RightAligned())
            .AddColumn(new TableColumn("broken").RightAligned());
        CampaignFigures figures = report.Figures;
        foreach (Law law in report.Laws)
        {
            bool isSighting = law.Mood == Mood.Sometimes;
            long count = figures.ChecksOf(law);
            long broken = figures.BrokenBy(law);
            table.AddRow(
                law.Name,
                isSighting ? "sighting" : Words.Of(law.Reach),
                count == 0 ? "never" : $"{count:N0}",
                isSighting ? "" : broken == 0 ? "-"
                    : $"[red]{Words.Of(broken, "trace")}[/]");
        }

        return table;
    }

    static void WriteNames(TextWriter text, string title, IEnumerable<string> names)
    {
        string line = string.Join(", ", names);
        if (line.Length > 0)
        {
            text.Write(string.Join('\n', LineWrap.Of($"{title}: {line}", Width)) + '\n');
        }
    }

    static void WriteSummary(TextWriter text, CampaignReport report, bool interrupted)
    {
        CampaignFigures figures = report.Figures;
        CampaignPlan plan = report.Plan;
        text.Write($"{report.Target}, {Words.Of(plan.Eras)} "
            + $"{Words.Of(plan.Mode)}, {Words.Of(plan.Machines.Count, "machine")}, "
            + $"{Words.Of(plan.Jobs, "job")}, {Coverage(figures, report.Laws)}\n"
            + $"{Words.Of(figures.Traces, "trace")}, "
            + $"{Words.Of(figures.Commands, "command")} checked, "
            + $"{figures.Skipped:N0} skipped, {figures.Refused:N0} refused, in "
            + $"{figures.Time.TotalSeconds:F1} s: {figures.CommandsPerSecond:N0} commands/s"
            + (interrupted ? "; interrupted\n" : "\n")
            + $"{CoverageText.States(report.States)}\n"
            + $"again: {CheckAgain.Command(report)}\n");
    }
}
