// SPDX-License-Identifier: GPL-2.0-only
using System.CommandLine;
using Verification.Search;
using Command = System.CommandLine.Command;

namespace Verification.Vmcheck;

/// <summary>`check`: hunts for traces on which a target breaks a law.</summary>
public static class CheckCommand
{
    /// <summary>The verb with its options.</summary>
    public static Command Create()
    {
        CheckOptions options = new();
        ReportOption report = new();
        Option<bool> json = new("--json")
        {
            Description = "Prints one JSON object instead of text.",
        };
        Command command = new(
            "check",
            "Hunts for call sequences that break a law. Ctrl-C ends the hunt as its time would: "
            + "what was done so far is printed, and the exit code is about that.")
        {
            json,
        };
        options.AddTo(command);
        report.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            report.Probe(parsed);
            using CheckedTarget target = options.Open(parsed, cancel);
            CampaignPlan plan = options.Plan(parsed, target, out var refused);
            InvocationConfiguration console = parsed.InvocationConfiguration;
            bool asObject = parsed.GetValue(json);
            if (target.Library is { } library)
            {
                // What is left out is said aloud, beside the object too.
                TextWriter aloud = asObject ? console.Error : console.Output;
                await aloud.WriteAsync(LibraryText.Of(target.Word, library, refused));
            }

            Campaign hunt = new(plan, target.Fresh, target.Hunters(plan, cancel));
            return await RunAsync(
                hunt, () => target.Library?.Overdue, asObject,
                done => report.Write(parsed, () => CampaignContent.Of(
                    done, target, cancel.IsCancellationRequested)),
                console, cancel);
        });
        return command;
    }

    static async Task<int> RunAsync(
        Campaign campaign, Func<string?> overdue, bool json, Action<CampaignReport> write,
        InvocationConfiguration console, CancellationToken cancel)
    {
        Task<CampaignReport> hunt = Task.Factory.StartNew(
            () => campaign.Run(cancel),
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);
        if (!json)
        {
            await CheckProgress.ShowAsync(campaign, overdue, hunt, console.Output);
        }

        CampaignReport report = await hunt;
        Finding[] findings = [.. report.Findings.Select(
            finding => TraceOutput.Save(finding, console.Error))];
        report = report with { Findings = findings };
        await console.Output.WriteLineAsync(json
            ? CheckJson.Print(report, cancel.IsCancellationRequested)
            : CheckText.Print(report, cancel.IsCancellationRequested));
        write(report);
        return (int)CodeOf(report, console.Error);
    }

    static ExitCode CodeOf(CampaignReport report, TextWriter error)
    {
        if (report.Findings.Count > 0)
        {
            return ExitCode.Violation;
        }

        if (report.Figures.HasChecked)
        {
            return ExitCode.Clean;
        }

        error.WriteLine($"vmcheck: {report.Figures.Traces} traces, "
            + $"{report.Figures.Commands} commands: nothing was checked");
        return ExitCode.NothingChecked;
    }
}
