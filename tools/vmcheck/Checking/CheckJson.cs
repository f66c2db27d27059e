// SPDX-License-Identifier: GPL-2.0-only
using System.Text.Encodings.Web;
using System.Text.Json;
using Verification.Search;
using Verification.Spec;

namespace Verification.Vmcheck;

/// <summary>A campaign as one JSON object; names are stable, new ones may be added.</summary>
static class CheckJson
{
    internal static readonly JsonSerializerOptions CamelCase = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Figures, one violation a cluster, and how often each law was checked.</summary>
    public static string Print(
        CampaignReport report, StoredRuns stored, string folder, string? goOn, bool interrupted)
    {
        CampaignFigures figures = report.Figures;
        return JsonSerializer.Serialize(
            new
            {
                report.Target,
                Eras = report.Plan.Eras.Select(Words.Of),
                Mode = Words.Of(report.Plan.Mode),
                Machines = report.Plan.Machines.Select(machine => machine.Name),
                report.Plan.Seed,
                report.Plan.Length,
                report.Plan.Jobs,
                figures.Traces,
                figures.Commands,
                figures.Skipped,
                figures.Refused,
                Seconds = Math.Round(figures.Time.TotalSeconds, 3),
                CommandsPerSecond = Math.Round(figures.CommandsPerSecond),
                Interrupted = interrupted,
                Again = CheckAgain.Command(report),
                Store = new
                {
                    Folder = folder,
                    Failing = stored.Findings.Count,
                    stored.Passing,
                    stored.PassedOver,
                    Resume = goOn,
                },
                Violations = report.Findings.Select(finding => Of(finding, figures)),
                NotShrunk = report.NotShrunk.Select(static first => new
                {
                    Cluster = $"{first.Violation.Cluster}",
                    Trace = first.Number,
                }),
                Laws = report.Laws.Where(law => law.Mood == Mood.Always).Select(law => new
                {
                    law.Name,
                    Reach = Words.Of(law.Reach),
                    Checked = figures.ChecksOf(law),
                    Broken = figures.BrokenBy(law),
                }),
                Sightings = report.Laws.Where(law => law.Mood == Mood.Sometimes).Select(law => new
                {
                    law.Name,
                    Seen = figures.ChecksOf(law),
                }),
                Coverage = CoverageOf(report),
                States = new
                {
                    report.States.Seen,
                    ExpectedNewPer100000Commands =
                        Math.Round(report.States.ExpectedNew(100_000), 1),
                },
                report.NotExercised,
                NotCheckable = report.NotCheckable.Select(static one => one.Law.Name),
                WhyNotCheckable = report.NotCheckable.ToDictionary(
                    static one => one.Law.Name, static one => one.Why),
            },
            CamelCase);
    }

    /// <summary>Dimension, then value, then how often it was seen.</summary>
    static Dictionary<string, IReadOnlyDictionary<string, long>> CoverageOf(CampaignReport report)
    {
        Coverage sum = CoverageText.Sum(report);
        var dimensions = sum.Terms.All.ToDictionary(
            static dimension => dimension.Name,
            static dimension => (IReadOnlyDictionary<string, long>)dimension.Values
                .Select((value, index) => (value, Times: dimension.Of(index)))
                .ToDictionary(static pair => pair.value, static pair => pair.Times));
        dimensions.Add("life of an area", sum.Transitions);
        return dimensions;
    }

    static object Of(Finding finding, CampaignFigures figures) => new
    {
        Law = finding.Law.Name,
        finding.Law.Says,
        finding.Law.From,
        Cluster = $"{finding.Cluster}",
        finding.Cluster.Site,
        finding.Cluster.State,
        AlsoSeenAs = finding.AlsoSeenAs.Select(static cluster => $"{cluster}"),
        Traces = figures.BrokenBy(finding.Law),
        Trace = finding.Number,
        Machine = finding.Shrunk.Trace.Machine.Name,
        Era = Words.Of(finding.Shrunk.Trace.Era),
        Commands = TraceWriter.Lines(finding.Shrunk.Trace.Commands),
        Step = finding.Failure.Violation.StepIndex,
        finding.Failure.Violation.Culprits,
        finding.Behind,
        finding.Shrunk.Runs,
        finding.Shrunk.IsOneMinimal,
        finding.Failure.File,
        Replay = finding.Failure.File is { } file
            ? FailureReport.ReplayCommand(file, finding.Failure.Target) : null,
    };
}
