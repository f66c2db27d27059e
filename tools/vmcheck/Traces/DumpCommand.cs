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
        Option<bool> ptdump = new("--ptdump")
        {
            Description = "Prints the page tables as /sys/kernel/debug/kernel_page_tables of 2.6.32 "
                + "has them, from the marker vmalloc() Area to the next; what no target has, other "
                + "regions and their markers, is left out.",
        };
        Option<bool> json = Screen.JsonOption(steps: true);
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
                "the same, for a program"),
            new Example(
                "dump docs/traces/both-agree.trace --ptdump --quiet",
                "what a kernel with these page tables would print of them"))
        {
            file,
            ptdump,
            json,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(ptdump) && result.GetValue(json))
            {
                result.AddError("--ptdump is a text, and --json no text; give one of them");
            }
        });
        option.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            using CheckedTarget target = option.Open(parsed, cancel);
            return await RunAsync(
                target, parsed.GetRequiredValue(file), Screen.Of(parsed),
                parsed.GetValue(ptdump), cancel);
        });
        return command;
    }

    static async Task<int> RunAsync(
        CheckedTarget chosen, string file, Screen screen, bool isPtdump, CancellationToken cancel)
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
                $"vmcheck: {TraceInput.NameOf(file)}: {JudgedTrace.NothingRan(calls)}; "
                    + "nothing to dump");
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
        await screen.Details.WriteAsync(screen.IsJson ? "" : "\n");
        await screen.Output.WriteAsync(
            screen.IsJson ? $"{TraceJson.Dumped(chosen.Word, trace, calls, picture)}\n"
            : isPtdump ? Ptdumped(trace.Machine, picture)
            : $"{AddressSpacePicture.Of(trace.Machine, null, picture)}"
                + $"\n{DumpText.Of(trace.Machine, picture)}");
        return (int)ExitCode.Clean;
    }

    static string Ptdumped(Machine machine, Picture picture) =>
        Ptdump.Of(machine, picture) is { Length: > 0 } lines ? lines
            : "no page-table entry begins in the range: kernel_page_tables has no line of it\n";
}
