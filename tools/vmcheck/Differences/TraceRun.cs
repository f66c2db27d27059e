// SPDX-License-Identifier: GPL-2.0-only
using Verification.Search;
using Verification.Spec;

namespace Verification.Vmcheck;

/// <summary>What a trace did on a target, step by step, and the state behind it.</summary>
sealed class TraceRun
{
    readonly IReadOnlyList<string>?[] steps;

    public TraceRun(Trace trace, ITarget target)
    {
        steps = new IReadOnlyList<string>?[trace.Commands.Count];
        EventText events = new(trace.Machine, new FrameNames());
        bool isDead = false;
        TraceAsC.Of(trace, target, step =>
        {
            isDead = step.Outcome.IsFatal;
            string result = ResultText.Of(trace.Machine, step);
            steps[step.Index] = [result.Length == 0 ? "returns" : result, .. events.Of(step)];
        });
        if (!isDead)
        {
            Picture picture = new();
            target.Walk(picture);
            State = DumpMaker.Of(trace.Machine, picture, new FrameNames());
        }
    }

    /// <summary>Null: the last call did not return, or ended in a BUG.</summary>
    public Dump? State { get; }

    /// <summary>
    /// What a step returned, then its events; one line alone where it was not made.
    /// </summary>
    public IReadOnlyList<string> Did(int? step) =>
        step is not int made ? ["no such call"] : steps[made] ?? ["not run"];
}
