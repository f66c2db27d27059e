// SPDX-License-Identifier: GPL-2.0-only
using System.CommandLine;
using Verification.Search;

namespace Verification.Vmcheck;

/// <summary>`check`: hunts for traces on which a target breaks a law.</summary>
static class CheckCommand
{
    /// <summary>After an interruption; the process is ended soon afterwards.</summary>
    static readonly TimeSpan TimeToReport = TimeSpan.FromSeconds(5);

    /// <summary>The verb with its options.</summary>
    public static Verb Create()
    {
        CheckOptions options = new();
        StoreOption store = new();
        ReportOption report = new();
        Verb command = new(
            "check",
            "Hunts for call sequences that break a law, those of its store first. Ctrl-C ends the "
            + "hunt as its time would: what was done so far is printed, and the exit code is about "
            + "that; --resume goes on with it.",
            [
                (ExitCode.Clean, "traces ran, and no law was broken"),
                (ExitCode.Violation, "a law was broken"),
                (ExitCode.TargetUnavailable, "the target is not there, or cannot be built"),
                (ExitCode.NothingChecked, "no command could be run"),
            ],
            new Example(
                "check --seconds 2",
                "the model, on every machine, in every era"),
            new Example(
                "check --seed 3 --traces 400 --faithful --machine small",
                "what the kernel of 2.6.32 really broke, shrunk",
                ExitCode.Violation),
            new Example(
                "check --target c:example.so --traces 320",
                "a vmalloc in C, under the same laws",
                Needs: Needs.CLibrary),
            new Example(
                "check --target kernel-source --traces 320",
                "the mm/vmalloc.c of Linux 6.1",
                Needs: Needs.KernelSource));
        options.AddTo(command);
        store.AddTo(command);
        report.AddTo(command);
        command.Options.Add(Screen.JsonOption(steps: true));
        command.TellsWhenStopped = true;
        command.SetAction(async (parsed, cancel) =>
        {
            report.Probe(parsed);
            using TraceStore kept = store.Open(parsed);
            UnfinishedCampaign? begun = store.Begun(parsed, kept);
            ParseResult planned = begun is null ? parsed : command.Parse(begun.Arguments);
            using CheckedTarget target = options.Open(planned, cancel);
            CampaignPlan plan = options.Plan(planned, target, out var refused);
            report.Refuse(parsed, plan.Length, "a trace of this --length");
            Screen screen = Screen.Of(parsed);
            if (target.Library is { } library)
            {
                await screen.Details.WriteAsync(LibraryText.Of(target.Word, library, refused));
            }

            CheckRun run = new(plan, target, kept, store.Again(parsed), screen);
            return await run.RunAsync(
                begun, store.Arguments(planned, plan),
                done => Write(report, parsed, done, target, screen, cancel),
                cancel);
        });
        return command;
    }

    /// <summary>A hunt that was interrupted is reported too, if that can be done at once.</summary>
    static void Write(
        ReportOption report, ParseResult parsed, CampaignReport done, CheckedTarget target,
        Screen screen, CancellationToken cancel)
    {
        bool isInterrupted = cancel.IsCancellationRequested;
        using CancellationTokenSource late = new(TimeToReport);
        report.Write(
            parsed, () => CampaignContent.Of(done, target, isInterrupted), screen.Error,
            isInterrupted ? late.Token : cancel);
    }
}
