// SPDX-License-Identifier: GPL-2.0-only
using Verification.Search;
using Verification.Spec;

namespace Verification.Vmcheck;

/// <summary>What a report tells of a campaign.</summary>
static class CampaignContent
{
    /// <summary>Traces are told on targets that the campaign no longer uses.</summary>
    public static ReportContent Of(
        CampaignReport report, CheckedTarget target, bool interrupted) => new()
    {
        Verdict = Verdict(report),
        Summary = Summary(report, interrupted),
        Traces = [.. report.Findings.Select(finding => Of(finding, report, target))],
        Laws =
        [
            .. report.Laws.Select(law => new ReportedLaw(
                law, report.Figures.ChecksOf(law), report.Figures.BrokenBy(law))),
        ],
        NotCheckable = report.NotCheckable,
        Coverage = Coverage(report),
        NotExercised = [.. report.NotExercised],
        Again = CheckAgain.Command(report),
    };

    static string Verdict(CampaignReport report) => report.Findings.Count switch
    {
        0 => "No law was broken",
        1 => $"Broken: {report.Findings[0].Law.Says}",
        var count => $"{count} findings; the first: {report.Findings[0].Law.Says}",
    };

    static List<(string Name, string Value)> Summary(CampaignReport report, bool interrupted)
    {
        CampaignFigures figures = report.Figures;
        CampaignPlan plan = report.Plan;
        return
        [
            ("target", report.Target),
            ("versions", $"{Words.Of(plan.Eras)} "
                + Words.Of(plan.Mode)),
            ("machines", string.Join(", ", plan.Machines.Select(static one => one.Name))),
            ("random seed", $"{plan.Seed}"),
            ("traces", $"{figures.Traces:N0}" + (interrupted ? ", then interrupted" : "")),
            ("commands", $"{figures.Commands:N0} checked, {figures.Skipped:N0} skipped, "
                + $"{figures.Refused:N0} refused"),
            ("time", $"{figures.Time.TotalSeconds:F1} s, "
                + $"{figures.CommandsPerSecond:N0} commands/s"),
            ("claim", CheckText.Coverage(figures, report.Laws)),
            ("states", CoverageText.States(report.States)),
        ];
    }

    static ReportedTrace Of(Finding finding, CampaignReport report, CheckedTarget target)
    {
        Trace trace = finding.Shrunk.Trace;
        Failure failure = finding.Failure;
        return new(
            new Story(trace, target.Fresh(trace.Era, trace.Mode), [failure.Violation]),
            finding.Law,
            CheckText.Notes(finding, report.Figures),
            failure.File,
            failure.Target);
    }

    static List<(string, IReadOnlyList<(string, long)>)> Coverage(CampaignReport report)
    {
        Coverage sum = CoverageText.Sum(report);
        return
        [
            .. sum.Terms.All.Select(static dimension => (
                dimension.Name,
                (IReadOnlyList<(string, long)>)[.. dimension.Values.Select(
                    (value, index) => (value, dimension.Of(index)))])),
            ("life of an area",
                [.. sum.Transitions.Select(static pair => (pair.Key, pair.Value))]),
        ];
    }
}
