// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Search;

/// <summary>
/// Gathers what happens to the culprit of a violation while its story is told: of a range its areas
/// and translations, of a frame its owners and the translations to it. Of those who had the place
/// one after the other, the last two: who is wronged, and who did not let go.
/// </summary>
sealed class CulpritLife(Violation violation, FrameNames frames)
{
    readonly Step concerning = new();
    List<LifeEvent> earlier = [];
    List<LifeEvent> last = [];
    bool isOver;

    public BrokenLaw Told => new(
        violation, [.. earlier, .. last],
        violation.Culprit.Frame < 0 ? "" : frames.Of(violation.Culprit.Frame));

    /// <summary>Notes a step, up to the one that breaks the law.</summary>
    public void Add(Step step, string statement, EventText text)
    {
        if (violation.Culprit == Culprit.None || step.Index > violation.StepIndex)
        {
            return;
        }

        concerning.Clear(step.Index);
        foreach (Event e in step.Events)
        {
            if (Concerns(e))
            {
                if (isOver && e.Kind is EventKind.AreaReserve or EventKind.PageAlloc)
                {
                    Note(statement, text);
                    (earlier, last, isOver) = (last, [], false);
                }

                isOver |= e.Kind is EventKind.AreaRelease or EventKind.PageFree;
                concerning.Add(e);
            }
        }

        Note(statement, text);
    }

    void Note(string statement, EventText text)
    {
        if (concerning.EventCount > 0)
        {
            last.Add(new LifeEvent(concerning.Index, statement, text.Of(concerning)));
            concerning.Clear(concerning.Index);
        }
    }

    bool Concerns(Event e) => e.Kind switch
    {
        EventKind.PageAlloc or EventKind.PageFree => e.Id == violation.Culprit.Frame,
        EventKind.PteSet or EventKind.PteClear =>
            e.Id == violation.Culprit.Frame || violation.Culprit.Overlaps(e.Address, e.Address + 1),
        EventKind.AreaReserve or EventKind.AreaRelease or EventKind.VbTake or EventKind.VbGive =>
            violation.Culprit.Overlaps(e.Address, e.End),
        EventKind.AreaLazy or EventKind.VmInsert or EventKind.VmUnlink =>
            violation.Culprit.Overlaps(e.Address, e.Address + 1),
        _ => false,
    };
}
