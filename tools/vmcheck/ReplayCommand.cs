// SPDX-License-Identifier: GPL-2.0-only
using System.CommandLine;
using Verification.Search;
using Verification.Spec;
using Command = System.CommandLine.Command;

namespace Verification.Vmcheck;

/// <summary>`replay`: runs a trace file and shows every law it breaks.</summary>
public static class ReplayCommand
{
    /// <summary>The verb with its arguments.</summary>
    public static Command Create()
    {
        Argument<string> file = TraceArgument.Create();
        TargetOption option = new(pair: true);
        Command command = new(
            "replay",
            "Runs a trace and shows what it breaks; on two targets, where they differ.")
        {
            file,
        };
        option.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            using CheckedTarget target = option.Open(parsed, cancel);
            using CheckedTarget? second = option.OpenSecond(parsed, cancel);
            string name = parsed.GetRequiredValue(file);
            InvocationConfiguration console = parsed.InvocationConfiguration;
            return second is null ? await RunAsync(target, name, console, cancel)
                : await ComparedReplay.RunAsync((target, second), name, console, cancel);
        });
        return command;
    }

    static async Task<int> RunAsync(
        CheckedTarget chosen, string file, InvocationConfiguration console,
        CancellationToken cancel)
    {
        Trace trace = await TraceInput.ReadAsync(file, cancel);
        ITarget target = chosen.For(trace);
        Trial trial = new(target);
        Violation[] broken = [.. trial.Run(trace)];
        CampaignFigures figures = new();
        trial.AddTo(figures);
        foreach (Violation violation in broken)
        {
            await console.Output.WriteLineAsync(
                FailureReport.Of(Failure.Of(trace, violation, target)));
        }

        if (broken.Length == 0)
        {
            await console.Output.WriteAsync(TraceAsC.Of(trace, target, static _ => { }).ToString());
        }

        // A trial runs once more for each law: what is counted here is the run that came furthest.
        chosen.LogTo(console.Error);
        Checker rest = new(target, Claim.All.Where(
            law => Array.TrueForAll(broken, one => one.Law.Id != law.Id)));
        rest.Run(trace);
        await console.Output.WriteLineAsync(
            $"{rest.Executed} of {trace.Commands.Count} commands checked, "
            + $"{rest.Skipped} skipped, {rest.Refused} refused; "
            + (broken.Length == 0 ? "no law was broken"
                : $"broken: {string.Join(", ", broken.Select(static one => one.Law.Name))}"));
        if (figures.HasChecked)
        {
            return (int)(broken.Length > 0 ? ExitCode.Violation : ExitCode.Clean);
        }

        throw new VerbException(
            ExitCode.NothingChecked,
            $"{TraceInput.NameOf(file)}: no command could be run: nothing was checked");
    }
}
