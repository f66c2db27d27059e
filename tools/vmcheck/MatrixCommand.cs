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
            "Makes every allocation of every entry point fail: once, to the end of the call, every "
            + "second one, in pairs, and for want of addresses. docs/fault-matrix.md tells more.");
        options.AddTo(command);
        command.SetAction((parsed, cancel) => options.CellFile(parsed) is { } file
            ? CellAsync(file, parsed.InvocationConfiguration, cancel)
            : RunAsync(
                options.Plan(parsed),
                options.IsJson(parsed),
                parsed.InvocationConfiguration,
                cancel));
        return command;
    }

    static async Task<int> RunAsync(
        MatrixPlan plan, bool json, InvocationConfiguration console, CancellationToken cancel)
    {
        MatrixRun run = new(plan, static (era, mode) => new Model.Model(era, mode));
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
        string file, InvocationConfiguration console, CancellationToken cancel)
    {
        Trace trace = await TraceInput.ReadAsync(file, cancel);
        if (CellShape.Of(trace.Commands) is null)
        {
            throw new VerbException(
                ExitCode.BadInput,
                $"{TraceInput.NameOf(file)} is no cell: no call is made twice, and none has a "
                + "fault; replay shows which laws it breaks");
        }

        Model.Model target = new(trace.Era, trace.Mode);
        CellVerdict verdict = new CellJudge(target).Judge(trace);
        await console.Output.WriteAsync(verdict.Violation is { } violation
            ? FailureReport.Of(Failure.Of(trace, violation, target))
            : TraceAsC.Of(trace, target, static _ => { }).ToString());
        await console.Output.WriteLineAsync(
            $"{verdict.Result}; " + (verdict.Wrong is { } wrong ? $"red: {wrong}" : "passed"));
        return (int)(verdict.Wrong is null ? ExitCode.Clean : ExitCode.Violation);
    }
}
