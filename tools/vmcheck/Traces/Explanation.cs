// SPDX-License-Identifier: GPL-2.0-only
using Verification.Search;

namespace Verification.Vmcheck;

/// <summary>A story as `explain` prints it.</summary>
/// <param name="judged">What is told.</param>
/// <param name="asked">First and last step that are shown, counted from 1; null: as many as one
/// reads.</param>
/// <param name="target">As typed after --target.</param>
sealed class Explanation(JudgedTrace judged, (int First, int Last)? asked, string target)
{
    /// <summary>Traces up to this length are told whole.</summary>
    const int Short = 100;

    /// <summary>Steps of a longer one.</summary>
    const int Last = 10;

    readonly Story story = judged.Story;

    /// <summary>Step by step, while the trace runs; ended, it says how far it came.</summary>
    public void Print(Screen screen, CancellationToken cancel)
    {
        StoryText text = new(story);
        (int First, int Last) told = asked ?? ToRead();
        Write(text.Head(), screen.Details);
        if (asked is null && told.First > 1)
        {
            screen.Details.WriteLine(
                $"steps 1 to {told.First - 1} were run and are not told; --steps 1- tells all");
        }

        int reached = 0;
        try
        {
            Tell(told, Show, cancel);
        }
        catch (OperationCanceledException)
        {
            screen.Error.WriteLine($"vmcheck: interrupted after step {reached} of "
                + $"{story.Trace.Commands.Count}");
        }

        if (judged.Calls.Ending is { NotReached: > 0 } ending)
        {
            Write([new(TextRole.Plain, "")], screen.Details);
            Write([new(TextRole.Plain, $"{ending}")], screen.Lines);
        }

        Write([new(TextRole.Plain, "")], screen.Details);
        Write(text.Verdict(), screen.Lines);

        void Show(StoryStep step)
        {
            reached = step.Index + 1;
            if (screen.IsQuiet)
            {
                Write(StoryText.Broken(step), screen.Lines);
            }
            else
            {
                Write(text.Of(step), screen.Lines);
            }
        }

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
            asked ?? (1, int.MaxValue),
            step => steps.Add(new
            {
                Step = step.Index,
                step.Statement,
                step.Result,
                step.IsMade,
                step.Printed,
                step.Events,
                Changes = step.After is null ? null : PictureDifference.Of(
                    story.Trace.Machine, step.Before, step.After, step.Frames),
                LedgerBefore = step.Ledger.Before,
                Ledger = step.Ledger.After,
                Broken = step.Broken.Select(static broken => new
                {
                    Law = broken.Violation.Law.Name,
                    broken.Violation.Culprits,
                    broken.Life,
                }),
            }),
            cancel);
        return TraceJson.Explained(target, judged, steps);
    }

    /// <summary>A whole trace, or the end of a long one, up to the law that is broken.</summary>
    (int First, int Last) ToRead()
    {
        int commands = story.Trace.Commands.Count;
        if (commands <= Short)
        {
            return (1, commands);
        }

        int last = story.Broken.Count == 0
            ? commands : story.Broken.Max(static one => one.StepIndex) + 1;
        return (Math.Max(1, last - Last + 1), last);
    }

    void Tell(
        (int First, int Last) told, Action<StoryStep> listener, CancellationToken cancel) =>
        story.Tell(step =>
        {
            if (step.Index + 1 >= told.First && step.Index < told.Last)
            {
                listener(step);
            }
        }, cancel);
}
