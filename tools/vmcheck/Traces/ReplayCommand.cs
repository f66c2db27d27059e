// SPDX-License-Identifier: GPL-2.0-only
using System.CommandLine;
using Verification.Search;
using Verification.Spec;

namespace Verification.Vmcheck;

/// <summary>`replay`: runs a trace file and shows every law it breaks.</summary>
static class ReplayCommand
{
    /// <summary>The verb with its arguments.</summary>
    public static Verb Create()
    {
        Argument<string> file = TraceArgument.Create();
        TargetOption option = new(pair: true);
        ReportOption report = new();
        Verb command = new(
            "replay",
            "Runs a trace and shows what it breaks; on two targets, where they differ.",
            [
                (ExitCode.Clean, "no law was broken; of two targets: they do not differ"),
                (ExitCode.Violation, "a law was broken; of two targets: they differ"),
                (ExitCode.TargetUnavailable, "the target is not there, or cannot be built"),
                (ExitCode.NothingChecked, "no command could be run, or no call be compared"),
            ],
            new Example(
                "replay snapshots/double-vfree.trace",
                "a block that is freed twice, and what breaks",
                ExitCode.Violation),
            new Example(
                "replay --target model --target kernel-source docs/traces/both-agree.trace",
                "the model beside Linux 6.1, call by call",
                Needs: Needs.KernelSource))
        {
            file,
            Screen.JsonOption(steps: true),
        };
        option.AddTo(command);
        report.AddTo(command);
        option.RefuseOfPairs(command, report.Option);
        command.SetAction(async (parsed, cancel) =>
        {
            string name = parsed.GetRequiredValue(file);
            report.Probe(parsed, name);
            using CheckedTarget target = option.Open(parsed, cancel);
            using CheckedTarget? second = option.OpenSecond(parsed, cancel);
            Screen screen = Screen.Of(parsed);
            if (second is not null)
            {
                return await ComparedReplay.RunAsync((target, second), name, screen, cancel);
            }

            Trace trace = await TraceInput.ReadAsync(name, cancel);
            report.Refuse(parsed, trace.Commands.Count, TraceInput.NameOf(name));
            return await RunAsync(
                trace, target, name,
                judged => report.Write(parsed, judged, name, target.Word, screen.Error, cancel),
                screen, cancel);
        });
        return command;
    }

    static async Task<int> RunAsync(
        Trace trace, CheckedTarget chosen, string file, Action<JudgedTrace> report, Screen screen,
        CancellationToken cancel)
    {
        JudgedTrace judged;
        using (screen.Show(static () => new("replaying")))
        {
            judged = JudgedTrace.Of(trace, chosen, screen.Error, cancel);
        }

        IReadOnlyList<Violation> broken = judged.Story.Broken;
        if (!screen.IsJson)
        {
            await ShowAsync(judged, screen);
        }

        report(judged);
        Checker run = judged.Run;
        await screen.Output.WriteLineAsync(screen.IsJson
            ? TraceJson.Replayed(chosen.Word, judged)
            : $"{run.Executed} of {trace.Commands.Count} commands checked, "
                + $"{run.Skipped} skipped, {run.Refused} refused; "
                + (judged.Calls.Ending is { } ending ? $"{ending}; " : "")
                + (broken.Count == 0 ? "no law was broken"
                    : $"broken: {string.Join(", ", broken.Select(static one => one.Law.Name))}"));
        return (int)judged.Code(TraceInput.NameOf(file));
    }

    static async Task ShowAsync(JudgedTrace judged, Screen screen)
    {
        Story story = judged.Story;
        foreach (Violation violation in story.Broken)
        {
            await screen.Lines.WriteLineAsync(
                FailureReport.Of(Failure.Of(story.Trace, violation, story.Target)));
        }

        if (story.Broken.Count == 0)
        {
            await screen.Details.WriteAsync(judged.Calls.ToString());
        }
    }
}
