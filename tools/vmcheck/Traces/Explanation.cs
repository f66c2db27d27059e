// SPDX-License-Identifier: GPL-2.0-only
using Verification.Search;

namespace Verification.Vmcheck;

/// <summary>A story as `explain` prints it.</summary>
/// <param name="story">What is told.</param>
/// <param name="told">First and last step that are shown, counted from 1.</param>
/// <param name="target">As typed after --target.</param>
sealed class Explanation(Story story, (int First, int Last) told, string target)
{
    /// <summary>Step by step, while the trace runs.</summary>
    public void Print(Screen screen, CancellationToken cancel)
    {
        StoryText text = new(story);
        Write(text.Head(), screen.Details);
        Tell(step => Write(text.Of(step), screen.Details), cancel);
        Write(text.Tail(), screen.Lines);

        void Write(IEnumerable<TextLine> lines, TextWriter where)
        {
            foreach (TextLine line in lines)
            {
                screen.Write(where, line);
            }
        }
    }

    /// <summary>The same as one document.</summary>
    public string AsJson(CancellationToken cancel)
    {
        List<object> steps = [];
        Tell(
            step => steps.Add(new
            {
                Step = step.Index,
                step.Statement,
                step.Result,
                step.IsMade,
                step.Events,
                Changes = step.After is null ? null : PictureDifference.Of(
                    story.Trace.Machine, step.Before, step.After, step.Frames),
                Ledger = step.Ledger.After,
                Broken = step.Broken.Select(static broken => new
                {
                    Law = broken.Violation.Law.Name,
                    broken.Violation.Culprits,
                    broken.Life,
                }),
            }),
            cancel);
        return TraceJson.Explained(target, story, steps);
    }

    void Tell(Action<StoryStep> listener, CancellationToken cancel) => story.Tell(step =>
    {
        cancel.ThrowIfCancellationRequested();
        if (step.Index + 1 >= told.First && step.Index < told.Last)
        {
            listener(step);
        }
    });
}
