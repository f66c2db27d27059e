// SPDX-License-Identifier: GPL-2.0-only
using System.CommandLine;
using Verification.Search;

namespace Verification.Vmcheck;

/// <summary>`diff`: tells two dumps, or two traces, apart.</summary>
static class DiffCommand
{
    /// <summary>The verb with its arguments.</summary>
    public static Verb Create()
    {
        Argument<string> first = TraceArgument.Create(
            "A",
            "What dump prints without --ptdump, or a snapshot with dumps, of at most "
                + $"{InputKind.Dump.LargestMebibytes} MiB, or a trace of at most "
                + $"{InputKind.Trace.LargestMebibytes} MiB; - for standard input.");
        Argument<string> second = TraceArgument.Create("B", "Another of the same kind.");
        TargetOption option = new();
        Verb command = Described();
        command.Add(first);
        command.Add(second);
        command.Add(Screen.JsonOption(steps: true));
        option.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            string one = parsed.GetRequiredValue(first);
            string other = parsed.GetRequiredValue(second);
            if (!TraceInput.IsFile(one) && !TraceInput.IsFile(other))
            {
                throw new VerbException(
                    ExitCode.BadInput, "standard input holds one of the two; name a file too");
            }

            DiffInput a = await DiffInput.ReadAsync(one, cancel);
            DiffInput b = await DiffInput.ReadAsync(other, cancel);
            if (a.Dumps is { } dumps && b.Dumps is { } others)
            {
                return option.IsGiven(parsed)
                    ? throw new VerbException(
                        ExitCode.BadInput, "--target is for traces: dumps are compared as they are")
                    : Print(Screen.Of(parsed), new DumpsApart((a, dumps), (b, others)));
            }

            if (a.Trace is { } trace && b.Trace is { } another)
            {
                using CheckedTarget target = option.Open(parsed, cancel);
                target.LogTo(parsed.InvocationConfiguration.Error);
                Screen screen = Screen.Of(parsed);
                TracesApart apart;
                using (screen.Show(static () => new("running the traces")))
                {
                    apart = new TracesApart((a, trace), (b, another), target);
                }

                return Print(screen, apart);
            }

            throw new VerbException(
                ExitCode.BadInput,
                $"{a.Name} holds {a.Kind}, {b.Name} {b.Kind}; "
                    + "compared are two dumps, or two traces");
        });
        return command;
    }

    static int Print(Screen screen, IApart apart)
    {
        if (screen.IsJson)
        {
            screen.Output.WriteLine(apart.Json);
        }
        else
        {
            foreach ((bool isDetail, TextLine line) in apart.Lines)
            {
                screen.Write(isDetail ? screen.Details : screen.Lines, line);
            }
        }

        return (int)(apart.IsSame ? ExitCode.Clean : ExitCode.Violation);
    }

    static Verb Described() => new(
        "diff",
        "Tells two dumps apart: areas, holes, translations, bits, TLBs, counters that are "
        + "otherwise; or two traces: commands that are otherwise, the first step at which what "
        + "they did parts, and in what their last states differ. The texts come behind.",
        [
            (ExitCode.Clean, "they say the same"),
            (ExitCode.Violation, "they differ"),
            (ExitCode.TargetUnavailable, "the target of two traces is not there"),
        ],
        new Example(
            "diff snapshots/dumps/Vmalloc.Of_512_pages.verified.txt "
                + "snapshots/dumps/Vmalloc.Of_513_pages.verified.txt",
            "a page more, and the pages array needs a block of its own",
            ExitCode.Violation),
        new Example(
            "diff snapshots/vfree-once.trace snapshots/double-vfree.trace",
            "what a second vfree of a block does to its neighbour",
            ExitCode.Violation));
}
