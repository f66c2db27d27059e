// SPDX-License-Identifier: GPL-2.0-only
using System.CommandLine;
using Verification.Search;
using Verification.Spec;

namespace Verification.Vmcheck;

/// <summary>`dump`: runs a trace and prints what is in the page tables then.</summary>
static class DumpCommand
{
    /// <summary>The verb with its arguments.</summary>
    public static Verb Create()
    {
        Argument<string> file = TraceArgument.Create();
        TargetOption option = new();
        Verb command = new(
            "dump",
            "Runs a trace and prints page tables, areas and counters.",
            [
                (ExitCode.Clean, "the state is printed, or the trace died and there is none"),
                (ExitCode.TargetUnavailable, "the target is not there, or cannot be built"),
                (ExitCode.NothingChecked, "no command could be run"),
            ],
            new Example(
                "dump docs/traces/both-agree.trace",
                "the address space behind its last call"),
            new Example(
                "dump docs/traces/both-agree.trace --json",
                "the same, for a program"))
        {
            file,
            Screen.JsonOption(steps: true),
        };
        option.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            using CheckedTarget target = option.Open(parsed, cancel);
            return await RunAsync(
                target, parsed.GetRequiredValue(file), Screen.Of(parsed), cancel);
        });
        return command;
    }

    static async Task<int> RunAsync(
        CheckedTarget chosen, string file, Screen screen, CancellationToken cancel)
    {
        Trace trace = await TraceInput.ReadAsync(file, cancel);
        ITarget target = chosen.For(trace);
        chosen.LogTo(screen.Error);
        bool ran = false;
        OutcomeKind last = OutcomeKind.Void;
        TraceAsC calls;
        using (screen.Show(static () => new("running the trace")))
        {
            calls = TraceAsC.Of(trace, target, step =>
            {
                ran = true;
                last = step.Outcome.Kind;
            });
        }

        if (!screen.IsJson)
        {
            await screen.Details.WriteAsync(calls.ToString());
        }

        if (!ran)
        {
            await screen.Error.WriteLineAsync(
                $"vmcheck: {TraceInput.NameOf(file)}: no command could be run; nothing to dump");
            return (int)ExitCode.NothingChecked;
        }

        if (last is OutcomeKind.Bug or OutcomeKind.Died)
        {
            string why = last == OutcomeKind.Bug
                ? "the kernel died in a BUG" : "the library did not return from its last call";
            await screen.Error.WriteLineAsync(
                $"vmcheck: {TraceInput.NameOf(file)}: {why}; nothing to dump");
            return (int)ExitCode.Clean;
        }

        Picture picture = new();
        target.Walk(picture);
        if (screen.IsJson)
        {
            await screen.Output.WriteLineAsync(TraceJson.Dumped(chosen.Word, trace, picture));
            return (int)ExitCode.Clean;
        }

        await screen.Lines.WriteAsync(
            $"\n{AddressSpacePicture.Of(trace.Machine, null, picture)}"
            + $"\n{DumpText.Of(trace.Machine, picture)}");
        return (int)ExitCode.Clean;
    }
}
