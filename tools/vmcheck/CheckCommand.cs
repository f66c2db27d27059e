// SPDX-License-Identifier: GPL-2.0-only
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
        Command command = new(
            "check",
            "Hunts for call sequences that break a law. Ctrl-C ends the hunt as its time would: "
            + "what was done so far is printed, and the exit code is about that.")
        {
            Screen.JsonOption(),
        };
        options.AddTo(command);
        report.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            report.Probe(parsed);
            using CheckedTarget target = options.Open(parsed, cancel);
            CampaignPlan plan = options.Plan(parsed, target, out var refused);
            Screen screen = Screen.Of(parsed);
            if (target.Library is { } library)
            {
                await screen.Details.WriteAsync(LibraryText.Of(target.Word, library, refused));
            }

            Campaign hunt = new(plan, target.Fresh, target.Hunters(plan, cancel));
            return await RunAsync(
                hunt, () => CheckPace.Of(hunt, plan, target.Library?.Overdue),
                done => report.Write(parsed, () => CampaignContent.Of(
                    done, target, cancel.IsCancellationRequested)),
                screen, cancel);
        });
        return command;
    }

    static async Task<int> RunAsync(
        Campaign campaign, Func<Pace> pace, Action<CampaignReport> write, Screen screen,
        CancellationToken cancel)
    {
        CampaignReport report;
        using (screen.Show(pace))
        {
            report = await Task.Factory.StartNew(
                () => campaign.Run(cancel),
                CancellationToken.None,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default);
        }

        Finding[] findings = [.. report.Findings.Select(
            finding => TraceOutput.Save(finding, screen.Error))];
        report = report with { Findings = findings };
        if (screen.IsJson)
        {
            await screen.Output.WriteLineAsync(
                CheckJson.Print(report, cancel.IsCancellationRequested));
        }
        else
        {
            CheckText.Print(report, cancel.IsCancellationRequested, screen);
        }

        write(report);
        return (int)CodeOf(report, screen.Error);
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
