// SPDX-License-Identifier: GPL-2.0-only
using System.CommandLine;
using Verification.Search;
using Verification.Spec;

namespace Verification.Vmcheck;

/// <summary>`shrink`: makes a trace file that breaks a law as small as it can.</summary>
static class ShrinkCommand
{
    /// <summary>The verb with its arguments.</summary>
    public static Verb Create()
    {
        Argument<string> file = TraceArgument.Create();
        Option<string?> output = new("-o")
        {
            Description = "Where the smaller trace goes; standard output.",
            HelpName = "OUT",
        };
        TargetOption option = new();
        Verb command = new(
            "shrink",
            "Makes a trace that breaks a law as small as it can.",
            [
                (ExitCode.Clean, "the trace breaks no law: there is nothing to shrink"),
                (ExitCode.Violation, "it was shrunk"),
                (ExitCode.TargetUnavailable, "the target is not there, or cannot be built"),
                (ExitCode.NothingChecked, "no command could be run"),
            ],
            new Example(
                "shrink snapshots/double-vfree.trace",
                "the trace that is left, on standard output",
                ExitCode.Violation),
            new Example(
                "shrink snapshots/double-vfree.trace -o small.trace",
                "the same, into a file",
                ExitCode.Violation))
        {
            file,
            output,
            Screen.JsonOption(steps: true),
        };
        option.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            using CheckedTarget target = option.Open(parsed, cancel);
            return await RunAsync(
                target,
                parsed.GetRequiredValue(file),
                parsed.GetValue(output),
                Screen.Of(parsed),
                cancel);
        });
        return command;
    }

    static async Task<int> RunAsync(
        CheckedTarget target, string file, string? output, Screen screen,
        CancellationToken cancel)
    {
        Trace trace = await TraceInput.ReadAsync(file, cancel);
        TraceAsC calls = TraceAsC.ToRun(trace);
        Checker checker = new(target.For(trace)) { OnPassedOver = calls.PassOver };
        Violation? broken;
        using (screen.Show(static () => new("running the trace")))
        {
            broken = checker.Run(trace);
        }

        if (broken is not { } violation)
        {
            return Nothing(TraceInput.NameOf(file), checker.Executed, calls, screen.Error);
        }

        Shrunk shrunk = Shrink(trace, violation.Law, checker.Target, screen);
        if (screen.IsJson)
        {
            await screen.Output.WriteLineAsync(
                TraceJson.Smaller(target.Word, violation.Law, trace, shrunk, output));
        }
        else if (output is null)
        {
            await screen.Output.WriteAsync(TraceWriter.Write(shrunk.Trace));
        }

        if (output is not null && TraceOutput.Write(output, shrunk.Trace) is { } problem)
        {
            throw new VerbException(ExitCode.BadInput, problem);
        }

        // Standard output may be the trace file.
        await screen.Error.WriteLineAsync(
            $"{violation.Law.Name}: {trace.Commands.Count} commands, "
            + $"now {shrunk.Trace.Commands.Count}; {shrunk.Runs} runs, "
            + CheckText.Certificate(shrunk));
        return (int)ExitCode.Violation;
    }

    static Shrunk Shrink(Trace trace, Law law, ITarget target, Screen screen)
    {
        int runs = 0;
        using Progress progress = screen.Show(() => new($"shrinking {law.Name}")
        {
            Noun = "run", Done = Volatile.Read(ref runs),
        });
        return Shrinking.Of(trace, law, target, ran: () => Interlocked.Increment(ref runs))!;
    }

    static int Nothing(string name, long executed, TraceAsC calls, TextWriter error)
    {
        error.WriteLine(executed == 0
            ? $"vmcheck: {name}: {JudgedTrace.NothingRan(calls)}: nothing was checked"
            : $"vmcheck: {name} breaks no law: there is nothing to shrink");
        return (int)(executed == 0 ? ExitCode.NothingChecked : ExitCode.Clean);
    }
}
