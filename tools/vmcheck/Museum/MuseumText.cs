// SPDX-License-Identifier: GPL-2.0-only
using System.Text;
using Verification.Museum;
using Verification.Search;

namespace Verification.Vmcheck;

/// <summary>A tour for people: a line an exhibit, as soon as it was hunted.</summary>
static class MuseumText
{
    /// <summary>What the hunts have in common, and the heads of the columns.</summary>
    public static string Header(int exhibits, TourPlan plan) =>
        $"{Words.Of(exhibits, "exhibit")}, {Words.Of(plan.Seeds, "seed")} from {plan.Seed}, "
        + $"{plan.Time.TotalSeconds} s of processor time for each hunt\n"
        + Columns("id", "law", "commands", "trace", "seconds", "what is wrong");

    /// <summary>One exhibit.</summary>
    public static string Row(ExhibitResult result)
    {
        ExhibitFigures figures = ExhibitFigures.Of(result);
        string title = result.Exhibit.Title;
        return Columns(
            figures.Id,
            figures.Found ? figures.Law! : "missed",
            $"{figures.Commands ?? result.Hunts.Max(static hunt => hunt.Commands):N0}",
            $"{figures.TraceLength}",
            $"{figures.Seconds:F2}",
            figures.Found ? title : $"{title}: {Why(result)}");
    }

    /// <summary>How many were found; what was not, and how to look at it.</summary>
    public static string Summary(Figures figures)
    {
        int found = figures.Exhibits.Count(static exhibit => exhibit.Found);
        int known = figures.Exhibits.Count - found - figures.Missed.Count;
        StringBuilder text = new($"{found} of {Words.Of(figures.Exhibits.Count, "exhibit")} found");
        text.Append(known == 0 ? "" : $", {known} out of reach as they say");
        text.Append(figures.Missed.Count == 0 ? "" : $", {figures.Missed.Count} missed");
        text.Append(figures.Interrupted ? "; interrupted" : "");
        foreach (string id in figures.Missed)
        {
            text.Append("\nagain: ").Append(CommandLine.Of(
                $"museum --exhibit {id} --seed {figures.Seed} --seconds {figures.SecondsEach}"));
        }

        return text.ToString();
    }

    /// <summary>The label beside one exhibit, and the report of what was found.</summary>
    public static string Detail(ExhibitResult result)
    {
        Exhibit exhibit = result.Exhibit;
        StringBuilder text = new($"\n{exhibit.Id}: {exhibit.Title}\n{exhibit.Source}\n\n");
        text.Append(exhibit.Story).Append("\n\n");
        foreach (Change change in exhibit.Plant)
        {
            text.Append($"in {change.Member}\n- {change.Old}\n+ {change.New}\n");
        }

        return text.Append(result.Hunts[0].Finding is { } finding
            ? $"\n{FailureReport.Of(finding.Failure)}" : "").ToString();
    }

    static string Why(ExhibitResult result)
    {
        string[] others =
        [
            .. result.Hunts.SelectMany(static hunt => hunt.Others).Distinct()
                .Select(static law => law.Name),
        ];
        return result.Exhibit.Missed
            ?? (others.Length == 0 ? "no law was broken"
                : $"broken, and not named by the exhibit: {string.Join(", ", others)}");
    }

    static string Columns(
        string id, string law, string commands, string trace, string seconds, string title) =>
        $"{id,-5} {law,-36} {commands,11} {trace,5} {seconds,7}  {title}";
}
