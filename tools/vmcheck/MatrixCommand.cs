// SPDX-License-Identifier: GPL-2.0-only
using System.CommandLine;
using Verification.Search;
using Verification.Spec;
using Command = System.CommandLine.Command;

namespace Verification.Vmcheck;

/// <summary>`matrix`: every allocation of every entry point fails, in every way.</summary>
public static class MatrixCommand
{
    /// <summary>The verb with its options.</summary>
    public static Command Create()
    {
        MatrixOptions options = new();
        Command command = new(
            "matrix",
            "Makes every allocation of every entry point of a target fail: once, to the end of the "
            + "call, every second one, in pairs, and for want of addresses; and three times over, "
            + "after which nothing may have grown. docs/fault-matrix.md tells more.");
        options.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            using CheckedTarget target = options.Open(parsed, cancel);
            InvocationConfiguration console = parsed.InvocationConfiguration;
            if (options.CellFile(parsed) is { } file)
            {
                return await CellAsync(target, file, console, cancel);
            }

            MatrixPlan plan = options.Plan(parsed, target, out var refused);
            bool json = options.IsJson(parsed);
            if (target.Library is { } library)
            {
                // What is left out is said aloud, beside the object too.
                TextWriter aloud = json ? console.Error : console.Output;
                await aloud.WriteAsync(LibraryText.Of(target.Word, library, refused));
            }

            MatrixRun run = new(plan, target.Of, target.Matrices(plan, cancel));
            return await RunAsync(run, json, console, cancel);
        });
        return command;
    }

    static async Task<int> RunAsync(
        MatrixRun run, bool json, InvocationConfiguration console, CancellationToken cancel)
    {
        MatrixReport report = await Task.Factory.StartNew(
            () => run.Run(cancel),
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);
        MatrixTraces traces = MatrixTraces.Save(report, console.Error);
        await console.Output.WriteLineAsync(
            json ? MatrixJson.Print(report, traces) : MatrixText.Print(report, traces));
        return (int)CodeOf(report, console.Error);
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
        CheckedTarget chosen, string file, InvocationConfiguration console,
        CancellationToken cancel)
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
        CellVerdict verdict = new CellJudge(target).Judge(trace);
        await console.Output.WriteAsync(verdict.Violation is { } violation
            ? FailureReport.Of(Failure.Of(trace, violation, target))
            : TraceAsC.Of(trace, target, static _ => { }).ToString());
        await console.Output.WriteLineAsync(
            $"{verdict.Result}; " + (verdict.Wrong is { } wrong ? $"red: {wrong}" : "passed"));
        return (int)(verdict.Wrong is null ? ExitCode.Clean : ExitCode.Violation);
    }
}
