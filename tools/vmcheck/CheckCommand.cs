// SPDX-License-Identifier: GPL-2.0-only
using Verification.Search;

namespace Verification.Vmcheck;

/// <summary>`check`: hunts for traces on which a target breaks a law.</summary>
static class CheckCommand
{
    /// <summary>The verb with its options.</summary>
    public static Verb Create()
    {
        CheckOptions options = new();
        ReportOption report = new();
        Verb command = new(
            "check",
            "Hunts for call sequences that break a law. Ctrl-C ends the hunt as its time would: "
            + "what was done so far is printed, and the exit code is about that.",
            [
                (ExitCode.Clean, "traces ran, and no law was broken"),
                (ExitCode.Violation, "a law was broken"),
                (ExitCode.TargetUnavailable, "the target is not there, or cannot be built"),
                (ExitCode.NothingChecked, "no command could be run"),
            ],
            new Example(
                "check --seconds 2",
                "the model, on every machine, in both eras"),
            new Example(
                "check --seed 3 --traces 400 --faithful --machine small",
                "what the kernel of 2.6.32 really broke, shrunk",
                ExitCode.Violation),
            new Example(
                "check --target c:example.so --traces 320",
                "a vmalloc in C, under the same laws",
                Needs: Needs.CLibrary),
            new Example(
                "check --target kernel-source --traces 320",
                "the mm/vmalloc.c of Linux 6.1",
                Needs: Needs.KernelSource))
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
