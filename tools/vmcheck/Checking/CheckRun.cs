// SPDX-License-Identifier: GPL-2.0-only
using Verification.Search;

namespace Verification.Vmcheck;

/// <summary>One hunt of `check`: what is stored first, then the campaign.</summary>
/// <param name="plan">What to try.</param>
/// <param name="target">What is checked.</param>
/// <param name="store">Where it is kept.</param>
/// <param name="again">The command line that goes on when it is interrupted.</param>
/// <param name="screen">Where it is told.</param>
sealed class CheckRun(
    CampaignPlan plan, CheckedTarget target, TraceStore store, string again, Screen screen)
{
    /// <summary>Returns an <see cref="ExitCode"/>.</summary>
    /// <param name="begun">A campaign to go on with; null: a new one.</param>
    /// <param name="arguments">The options of its plan, as typed.</param>
    /// <param name="write">Writes a report to a file.</param>
    /// <param name="cancel">Ends the hunt.</param>
    public async Task<int> RunAsync(
        UnfinishedCampaign? begun, IReadOnlyList<string> arguments, Action<CampaignReport> write,
        CancellationToken cancel)
    {
        string build = Build.Of(target);
        CheckPoint from = From(begun, build);
        if (begun is null)
        {
            store.Begin(build, plan.Target, arguments);
        }

        StoredRuns stored = StoredRuns.Of(store, plan, target, cancel);
        await TellAsync(stored, from);
        CampaignReport report = await HuntAsync(from, stored, cancel);
        report = report with { Findings = [.. report.Findings.Select(store.Save)] };
        string? goOn = cancel.IsCancellationRequested && store.CanResume ? again : null;
        if (goOn is null)
        {
            store.End();
        }

        if (screen.IsJson)
        {
            await screen.Output.WriteLineAsync(CheckJson.Print(
                report, stored, store.Folder, goOn, cancel.IsCancellationRequested));
        }
        else
        {
            CheckText.Print(report, goOn, cancel.IsCancellationRequested, screen);
        }

        write(report);
        return (int)CodeOf(report, screen.Error);
    }

    async Task TellAsync(StoredRuns stored, CheckPoint from)
    {
        if (stored.ToString() is { Length: > 0 } sentence)
        {
            await screen.Details.WriteLineAsync(sentence);
        }

        if (from.Figures.Traces > 0)
        {
            await screen.Details.WriteLineAsync(
                $"goes on after {Words.Of(from.Figures.Traces, "trace")}");
        }
    }

    async Task<CampaignReport> HuntAsync(
        CheckPoint from, StoredRuns stored, CancellationToken cancel)
    {
        Campaign hunt = new(plan, target.Fresh, target.Hunters(plan, cancel))
        {
            Begun = from, Keep = store.Keep, Known = stored.Findings,
        };
        using (screen.Show(() => CheckPace.Of(hunt, plan, target.Library?.Overdue)))
        {
            return await Task.Factory.StartNew(
                () => hunt.Run(cancel),
                CancellationToken.None,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default);
        }
    }

    static CheckPoint From(UnfinishedCampaign? begun, string build)
    {
        if (begun is not null && begun.Build != build)
        {
            throw new VerbException(
                ExitCode.BadInput,
                "--resume: the library was built anew since the campaign was begun, and its "
                    + "figures would be of two; begin one without --resume");
        }

        return begun?.CheckPoint ?? new CheckPoint();
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
