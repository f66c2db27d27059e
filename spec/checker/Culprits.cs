// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Spec;

/// <summary>
/// Names a subject in a sentence, addresses relative to VMALLOC_START and steps counted from 1, and
/// says where it is to be found.
/// </summary>
static class Culprits
{
    /// <summary>Its range, its frame and the step that made it what it is.</summary>
    public static Culprit Place(Ledger ledger, object subject) => subject switch
    {
        Area area => Place(area),
        Step step when Stray(ledger) is { } e =>
            new(e.Address, unchecked(Math.Max(e.Address + 1, e.End)), FrameOf(e), -1),
        Frame frame => new(0, 0, frame.Number, frame.OwnedSince),
        Mapped page => new(
            page.Address,
            unchecked(page.Address + ledger.Machine.PageSize),
            page.Translation.IsPresent ? page.Translation.Frame : -1,
            ledger.AreaAt(page.Address)?.CreatedIn ?? -1),
        Step step when (ledger.Subject ?? ledger.Result) is { } area
            && step.Outcome.Kind != OutcomeKind.Died => Place(area),
        Step { Call: { Address: not 0 } call } when call.Signature.Takes(Param.Pointer) =>
            new(call.Address, unchecked(call.Address + 1), -1, -1),
        _ => Culprit.None,
    };

    public static string Of(Ledger ledger, object subject) => subject switch
    {
        Area area => Describe(ledger, area),
        Frame frame => Describe(ledger, frame),
        Mapped page => $"page {Address(ledger, page.Address)}"
            + (page.Translation.IsPresent ? $" maps frame 0x{page.Translation.Frame:x}"
                : page.Translation.IsUnflushed ? ", not flushed since it was unmapped" : ""),
        Linked table => $"{table.Level} table of {Address(ledger, table.Base)}",
        Step step => Describe(ledger, step),
        _ => "",
    };

    /// <summary>The event that does not fit to what came before it; null when all do.</summary>
    static Event? Stray(Ledger ledger) => ledger.FirstStray >= 0
        ? ledger.Step.Events[ledger.FirstStray] : null;

    static int FrameOf(in Event e) => e.Kind is EventKind.PageAlloc or EventKind.PageFree
        or EventKind.PteSet or EventKind.PteClear ? e.Id : -1;

    static string Describe(Ledger ledger, Event stray) =>
        $"{Situation.WordOf(stray.Kind)} "
        + (stray.Address != 0 ? $"of {Address(ledger, stray.Address)} " : $"of number {stray.Id} ")
        + "does not fit to what came before it";

    static Culprit Place(Area area) => new(area.Start, area.End, -1, area.CreatedIn);

    static string Describe(Ledger ledger, Area area) =>
        $"area {Address(ledger, area.Start)}..{Address(ledger, area.End)}, {area.State}, "
        + $"since step {area.CreatedIn + 1}, {area.Present} of {area.Pages} pages mapped";

    static string Describe(Ledger ledger, Frame frame) =>
        $"frame 0x{frame.Number:x}: {frame.Owners} owner{(frame.Owners == 1 ? "" : "s")} since "
        + $"step {frame.OwnedSince + 1}, mapped by "
        + $"{frame.LiveMaps} live and {frame.LazyMaps} freed pages"
        + (frame.Area is { } area ? $", taken for area {Address(ledger, area.Start)}" : "");

    static string Describe(Ledger ledger, Step step)
    {
        if (step.Outcome.Kind == OutcomeKind.Died)
        {
            return $"{step.Call.Signature.Name} -> died: {step.Outcome.Bug}";
        }

        Tally tally = ledger.Tally;
        string result = step.Outcome.Kind switch
        {
            OutcomeKind.Pointer when step.Outcome.Value == 0 => "NULL",
            OutcomeKind.Pointer => Address(ledger, step.Outcome.Value),
            OutcomeKind.Bug => $"BUG in {step.Outcome.Bug}",
            OutcomeKind.Number => $"{step.Outcome.Signed}",
            OutcomeKind.Page => $"frame 0x{step.Outcome.Value:x}",
            OutcomeKind.Void => "",
            var kind => kind.ToString(),
        };
        string doubt = Stray(ledger) is { } stray ? $": {Describe(ledger, stray)}" : "";
        return step.Call.Signature.Name + (result.Length == 0 ? "" : $" -> {result}")
            + doubt + $"; pages +{tally.PagesTaken} "
            + $"-{tally.PagesFreed}, objects +{tally.ObjectsTaken} -{tally.ObjectsFreed}, "
            + $"areas +{tally.Reserved} -{tally.Lazied}, warnings {tally.Warnings}, "
            + $"{ledger.LazyPages} pages lazy";
    }

    static string Address(Ledger ledger, ulong address)
    {
        ulong start = ledger.Machine.Start;
        return address >= start ? $"START+0x{address - start:x}" : $"START-0x{start - address:x}";
    }
}
