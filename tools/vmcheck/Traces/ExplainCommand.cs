// SPDX-License-Identifier: GPL-2.0-only
using System.CommandLine;
using Verification.Spec;

namespace Verification.Vmcheck;

/// <summary>`explain`: tells a trace step by step.</summary>
static class ExplainCommand
{
    /// <summary>The verb with its arguments.</summary>
    public static Verb Create()
    {
        Argument<string> file = TraceArgument.Create();
        Option<(int First, int Last)?> steps = StepsOption.Create();
        TargetOption option = new();
        ReportOption report = new();
        Verb command = Described();
        command.Add(file);
        command.Add(steps);
        command.Add(Screen.JsonOption(steps: true));
        option.AddTo(command);
        report.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            string name = parsed.GetRequiredValue(file);
            report.Probe(parsed, name);
            using CheckedTarget target = option.Open(parsed, cancel);
            Trace trace = await TraceInput.ReadAsync(name, cancel);
            report.Refuse(parsed, trace.Commands.Count, TraceInput.NameOf(name));
            (int First, int Last)? told = parsed.GetValue(steps);
            if (told?.First > Math.Max(trace.Commands.Count, 1))
            {
                throw new VerbException(
                    ExitCode.BadInput,
                    $"--steps {told.Value.First}: {TraceInput.NameOf(name)} has "
                        + Words.Of(trace.Commands.Count, "command"));
            }

            Screen screen = Screen.Of(parsed);
            JudgedTrace judged;
            using (screen.Show(static () => new("running the trace")))
            {
                judged = JudgedTrace.Of(trace, target, screen.Error, cancel);
            }

            Explanation explanation = new(judged, told, target.Word);
            if (screen.IsJson)
            {
                await screen.Output.WriteLineAsync(explanation.AsJson(cancel));
            }
            else
            {
                explanation.Print(screen, cancel);
            }

            report.Write(parsed, judged, name, target.Word, screen.Error, cancel);
            return (int)judged.Code(TraceInput.NameOf(name));
        });
        return command;
    }

    static Verb Described() => new(
        "explain",
        "Tells a trace step by step: what each call did, the address space before and after, "
        + "what changed; and where a law is broken, since when the culprit is what it is. Of more "
        + "than 100 commands the last ten up to the broken law, unless --steps says which.",
        [
            (ExitCode.Clean, "no law was broken"),
            (ExitCode.Violation, "a law was broken"),
            (ExitCode.TargetUnavailable, "the target is not there, or cannot be built"),
            (ExitCode.NothingChecked, "no command could be run"),
        ],
        new Example(
            "explain snapshots/double-vfree.trace",
            "a block that is freed twice, step by step",
            ExitCode.Violation),
        new Example(
            "explain docs/traces/both-agree.trace --steps 6-7",
            "two of fourteen steps"),
        new Example(
            "explain docs/traces/nofail-maps-over-itself.trace --target kernel-source",
            "how an allocation of Linux 6.1 never returns",
            ExitCode.Violation,
            Needs.KernelSource));
}
