// SPDX-License-Identifier: GPL-2.0-only
using Verification.Search;
using Verification.Spec;

namespace Verification.Vmcheck;

/// <summary>`matrix`: every allocation of every entry point fails, in every way.</summary>
static class MatrixCommand
{
    /// <summary>The verb with its options.</summary>
    public static Verb Create()
    {
        MatrixOptions options = new();
        Verb command = new(
            "matrix",
            "Makes every allocation of every entry point of a target fail: once, to the end of the "
            + "call, every second one, in pairs, and for want of addresses; and three times over, "
            + "after which nothing may have grown. docs/fault-matrix.md tells more.",
            [
                (ExitCode.Clean, "every cell passed"),
                (ExitCode.Violation, "a cell is red"),
                (ExitCode.TargetUnavailable, "the target is not there, or cannot be built"),
                (ExitCode.NothingChecked, "no allocation failed, or it was interrupted"),
            ],
            new Example(
                "matrix --machine matrix-4k-numa --era 2.6.37",
                "every allocation of the model on one machine"),
            new Example(
                "matrix --machine matrix-toy --era 2.6.32 --faithful",
                "what the kernel of 2.6.32 got wrong",
                ExitCode.Violation),
            new Example(
                "matrix --target kernel-source --kernel 6.12",
                "every allocation of Linux 6.12",
                Needs: Needs.KernelSource));
        options.AddTo(command);
        command.TellsWhenStopped = true;
        command.SetAction(async (parsed, cancel) =>
        {
            using CheckedTarget target = options.Open(parsed, cancel);
            Screen screen = Screen.Of(parsed);
            if (options.CellFile(parsed) is { } file)
            {
                // No cell is worth waiting for.
                return await CellAsync(target, file, screen, cancel).WaitAsync(cancel);
            }

            MatrixPlan plan = options.Plan(parsed, target, out var refused);
            if (target.Library is { } library)
            {
                await screen.Details.WriteAsync(LibraryText.Of(target.Word, library, refused));
            }

            MatrixRun run = new(plan, target.Of, target.Matrices(plan, cancel));
            return await RunAsync(run, screen, cancel);
        });
        return command;
    }

    static async Task<int> RunAsync(
        MatrixRun run, Screen screen, CancellationToken cancel)
    {
        MatrixReport report;
        using (screen.Show(() => new Pace("making allocations fail")
            { Noun = "call", Done = run.Tried, All = run.Calls }))
        {
            report = await Task.Factory.StartNew(
                () => run.Run(cancel),
                CancellationToken.None,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default);
        }

        MatrixTraces traces = MatrixTraces.Save(report, screen.Error);
        if (screen.IsJson)
        {
            await screen.Output.WriteLineAsync(MatrixJson.Print(report, traces));
        }
        else
        {
            MatrixText.Print(report, traces, screen);
        }

        return (int)CodeOf(report, screen.Error);
    }

    static ExitCode CodeOf(MatrixReport report, TextWriter error)
    {
        if (report.Red.Any())
        {
            return ExitCode.Violation;
        }

        if (report.SitesReached > 0 && report.CallsLeft == 0)
        {
            return ExitCode.Clean;
        }

        error.WriteLine(report.CallsLeft == 0
            ? "vmcheck: no allocation failed: nothing was checked"
            : $"vmcheck: interrupted; {Words.Of(report.CallsLeft, "call")} not tried: a matrix "
                + "that is not complete shows nothing");
        return ExitCode.NothingChecked;
    }

    static async Task<int> CellAsync(
        CheckedTarget chosen, string file, Screen screen, CancellationToken cancel)
    {
        Trace trace = await TraceInput.ReadAsync(file, cancel);
        if (CellShape.Of(trace.Commands) is null)
        {
            throw new VerbException(
                ExitCode.BadInput,
                $"{TraceInput.NameOf(file)} is no cell: no call is made twice, and none has a "
                + "fault; replay shows which laws it breaks");
        }

        ITarget target = chosen.For(trace);
        CellVerdict verdict;
        using (screen.Show(static () => new("making the call of the cell fail")))
        {
            verdict = await Task.Run(() => new CellJudge(target).Judge(trace), cancel);
        }

        if (verdict.Violation is { } violation)
        {
            await screen.Lines.WriteAsync(
                FailureReport.Of(Failure.Of(trace, violation, target)));
        }
        else
        {
            await screen.Details.WriteAsync(
                TraceAsC.Of(trace, target, static _ => { }).ToString());
        }

        await screen.Lines.WriteLineAsync(
            $"{verdict.Result}; " + (verdict.Wrong is { } wrong ? $"red: {wrong}" : "passed"));
        return (int)(verdict.Wrong is null ? ExitCode.Clean : ExitCode.Violation);
    }
}
