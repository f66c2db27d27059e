// SPDX-License-Identifier: GPL-2.0-only
using Verification.Search;
using Verification.Spec;

namespace Verification.Vmcheck;

/// <summary>A trace that was held to every law, also those behind others.</summary>
/// <param name="Story">The trace, its target, and what it breaks.</param>
/// <param name="Laws">The laws in force.</param>
/// <param name="Run">The run that came furthest: without the laws that it breaks.</param>
/// <param name="Calls">What became of each command in that run.</param>
sealed record JudgedTrace(Story Story, IReadOnlyList<Law> Laws, Checker Run, TraceAsC Calls)
{
    /// <summary>Runs a trace as often as it has laws to break, and once more.</summary>
    /// <param name="trace">The trace.</param>
    /// <param name="chosen">On what.</param>
    /// <param name="log">Where a library's messages of the last run go.</param>
    /// <param name="cancel">Ends it in the middle of a long trace.</param>
    public static JudgedTrace Of(
        Trace trace, CheckedTarget chosen, TextWriter log, CancellationToken cancel)
    {
        ITarget target = chosen.For(trace);
        Trial trial = new(target, () => cancel.IsCancellationRequested);
        Violation[] broken = [.. trial.Run(trace)];
        chosen.LogTo(log);
        TraceAsC calls = TraceAsC.ToRun(trace);
        Checker rest = new(target, Claim.All.Where(
            law => Array.TrueForAll(broken, one => one.Law.Id != law.Id)))
        {
            Observer = calls.Observe,
            OnPassedOver = calls.PassOver,
            IsOver = () => cancel.IsCancellationRequested,
        };
        rest.Run(trace);
        cancel.ThrowIfCancellationRequested();
        return new(new Story(trace, target, broken), trial.Laws, rest, calls);
    }

    /// <summary>How often a law judged something in that run; one that is broken, in its own.
    /// </summary>
    public long ChecksOf(Law law) => IsBroken(law) ? 1 : Run.Checks[law.Id];

    public bool IsBroken(Law law) => Story.Broken.Any(one => one.Law.Id == law.Id);

    /// <summary>
    /// What the exit code says of it; nothing judged ends the verb with
    /// <see cref="ExitCode.NothingChecked"/>.
    /// </summary>
    /// <param name="name">How messages name the trace.</param>
    public ExitCode Code(string name) => Story.Broken.Count > 0 ? ExitCode.Violation
        : Laws.Any(law => law.Mood == Mood.Always && ChecksOf(law) > 0) ? ExitCode.Clean
        : throw new VerbException(
            ExitCode.NothingChecked,
            $"{name}: {NothingRan(Calls)}: nothing was checked");

    /// <summary>That no command could be run, and why the first could not.</summary>
    public static string NothingRan(TraceAsC calls) => "no command could be run"
        + (calls.Results.Count == 0 ? "" : $" (the first was {calls.Results[0]})");
}
