// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Search;

/// <summary>
/// Gathers what happens to the culprit of a violation while its story is told: of a range its areas
/// and translations, of a frame its owners and the translations to it.
/// </summary>
sealed class CulpritLife(Violation violation)
{
    readonly Step concerning = new();
    readonly List<LifeEvent> life = [];

    public BrokenLaw Told => new(violation, life);

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
                concerning.Add(e);
            }
        }

        if (concerning.EventCount > 0)
        {
            life.Add(new LifeEvent(step.Index, statement, text.Of(concerning)));
        }
    }

    bool Concerns(Event e) => e.Kind switch
    {
        EventKind.PageAlloc or EventKind.PageFree => e.Id == violation.Culprit.Frame,
        EventKind.PteSet or EventKind.PteClear =>
            e.Id == violation.Culprit.Frame || violation.Culprit.Overlaps(e.Address, e.Address + 1),
        EventKind.AreaReserve or EventKind.AreaRelease =>
            violation.Culprit.Overlaps(e.Address, e.End),
        EventKind.AreaLazy or EventKind.VmInsert or EventKind.VmUnlink =>
            violation.Culprit.Overlaps(e.Address, e.Address + 1),
        _ => false,
    };
}
