// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Search;

/// <summary>
/// A trace told step by step, as explanations and reports show it: each call with its events, the
/// state on both sides of it, and the laws broken there. Every telling runs the trace anew.
/// </summary>
/// <param name="trace">What is run.</param>
/// <param name="target">On what; not used by anything else while the story is told.</param>
/// <param name="broken">What the trace is known to break, by step and law.</param>
public sealed class Story(Trace trace, ITarget target, IReadOnlyList<Violation> broken)
{
    /// <summary>What is told.</summary>
    public Trace Trace => trace;

    /// <summary>What it ran on.</summary>
    public ITarget Target => target;

    /// <summary>The laws it breaks, in the order in which they hide each other.</summary>
    public IReadOnlyList<Violation> Broken => broken;

    /// <summary>
    /// The story of what a trace breaks on a target: all laws of it, also those behind others.
    /// </summary>
    public static Story Of(Trace trace, ITarget target) =>
        new(trace, target, [.. new Trial(target).Run(trace)]);

    /// <summary>
    /// Tells every command of the trace in order, also those passed over; what follows a BUG is
    /// not told. Nothing is judged: a broken law does not end the story.
    /// </summary>
    /// <param name="listener">Is told each step.</param>
    /// <param name="cancel">Ends it between two steps.</param>
    public void Tell(Action<StoryStep> listener, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(listener);
        Teller teller = new(this, listener);
        Checker runner = new(target, [])
        {
            Observer = teller.Observe,
            OnPassedOver = teller.PassOver,
            IsOver = () => cancel.IsCancellationRequested,
        };
        runner.Run(trace);
        cancel.ThrowIfCancellationRequested();
    }
}
