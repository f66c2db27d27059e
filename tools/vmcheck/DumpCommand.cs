// SPDX-License-Identifier: GPL-2.0-only
using System.CommandLine;
using Verification.Search;
using Verification.Spec;
using Command = System.CommandLine.Command;

namespace Verification.Vmcheck;

/// <summary>`dump`: runs a trace and prints what is in the page tables then.</summary>
public static class DumpCommand
{
    /// <summary>The verb with its arguments.</summary>
    public static Command Create()
    {
        Argument<string> file = TraceArgument.Create();
        TargetOption option = new();
        Command command = new("dump", "Runs a trace and prints page tables, areas and counters.")
        {
            file,
        };
        option.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            using CheckedTarget target = option.Open(parsed, cancel);
            return await RunAsync(
                target, parsed.GetRequiredValue(file), parsed.InvocationConfiguration, cancel);
        });
        return command;
    }

    static async Task<int> RunAsync(
        CheckedTarget chosen, string file, InvocationConfiguration console,
        CancellationToken cancel)
    {
        Trace trace = await TraceInput.ReadAsync(file, cancel);
        ITarget target = chosen.For(trace);
        chosen.LogTo(console.Error);
        bool ran = false;
        OutcomeKind last = OutcomeKind.Void;
        TraceAsC calls = TraceAsC.Of(trace, target, step =>
        {
            ran = true;
            last = step.Outcome.Kind;
        });
        await console.Output.WriteAsync(calls.ToString());
        if (!ran)
        {
            await console.Error.WriteLineAsync(
                $"vmcheck: {TraceInput.NameOf(file)}: no command could be run; nothing to dump");
            return (int)ExitCode.NothingChecked;
        }

        if (last is OutcomeKind.Bug or OutcomeKind.Died)
        {
            string why = last == OutcomeKind.Bug
                ? "the kernel died in a BUG" : "the library did not return from its last call";
            await console.Error.WriteLineAsync(
                $"vmcheck: {TraceInput.NameOf(file)}: {why}; nothing to dump");
            return (int)ExitCode.Clean;
        }

        Picture picture = new();
        target.Walk(picture);
        await console.Output.WriteLineAsync();
        await console.Output.WriteAsync(AddressSpacePicture.Of(trace.Machine, null, picture));
        await console.Output.WriteLineAsync();
        await console.Output.WriteAsync(PageTableDump.Of(trace.Machine, picture));
        return (int)ExitCode.Clean;
    }
}
