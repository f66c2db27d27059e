// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Search;

/// <summary>One telling of a story: keeps what goes from step to step.</summary>
sealed class Teller
{
    readonly Story story;
    readonly Action<StoryStep> listener;
    readonly CStatement statement;
    readonly FrameNames frames = new();
    readonly EventText events;
    readonly PrintedLines printed = new();
    readonly ILookup<int, CulpritLife> lives;
    Picture before;
    Picture after = new();
    LedgerFigures figures;
    GivenBack gone = GivenBack.None;

    public Teller(Story story, Action<StoryStep> listener)
    {
        this.story = story;
        this.listener = listener;
        (before, figures) = BootPicture.Of(story.Trace, story.Target);
        statement = new CStatement(story.Trace);
        events = new EventText(story.Trace.Machine, frames) { IsShortened = true };
        lives = story.Broken.ToLookup(
            static violation => violation.StepIndex,
            violation => new CulpritLife(violation, frames));
    }

    public void Observe(Ledger ledger, Step step)
    {
        bool isDead = step.Outcome.IsFatal;
        after.Clear();
        if (!isDead)
        {
            story.Target.Walk(after);
        }

        StoryStep told = Common(step.Index) with
        {
            Result = ResultText.Of(story.Trace.Machine, step),
            Returned = step.Outcome,
            IsMade = true,
            Printed = printed.Of(step),
            Events = events.Of(step),
            After = isDead ? null : after,
            FailedBytes = FailedSite.AddressSpaceWanted(step),
            Gone = (gone, gone.After(story.Trace.Machine, step)),
            Ledger = (figures, LedgerFigures.Of(ledger)),
        };
        foreach (CulpritLife life in lives.SelectMany(static one => one))
        {
            life.Add(step, told.Statement, events);
        }

        Tell(told);
        (before, after) = (after, before);
        figures = told.Ledger.After;
        gone = told.Gone.After;
    }

    public void PassOver(int index, PassedOver why, string? duty) =>
        Tell(Common(index) with { Result = ResultText.Of(why, duty) });

    /// <summary>A call that changes nothing.</summary>
    StoryStep Common(int index) => new()
    {
        Index = index,
        Statement = statement.Of(story.Trace.Commands[index]),
        Result = "",
        Frames = frames,
        Before = before,
        After = before,
        Gone = (gone, gone),
        Ledger = (figures, figures),
    };

    void Tell(StoryStep step) => listener(step with
    {
        Broken = [.. lives[step.Index].Select(static life => life.Told)],
    });
}
