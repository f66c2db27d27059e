// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Spec;

/// <summary>
/// Where a law was broken, and in which state its subject was, in words that last.
/// </summary>
static class Situation
{
    const int LongestName = 64;

    /// <summary>
    /// Where a law was broken: the last event of the step about the subject, whatever call it came
    /// about in; of a law about calls, or without such an event, the call.
    /// </summary>
    public static string SiteOf(Ledger ledger, object subject)
    {
        Step step = ledger.Step;
        string site = step.Call.Signature.Name;
        foreach (ref readonly Event e in step.Events)
        {
            if (IsAbout(e, subject))
            {
                site = WordOf(e.Kind);
            }
        }

        // What has come to its end was not left behind by a failure.
        bool isOver = subject is Area { State: AreaState.Gone } or Frame { Owners: 0 };
        return !isOver && Failed(step) is { } failed ? $"{site}+{failed}" : site;
    }

    /// <summary>A word for the state of a subject.</summary>
    public static string StateOf(Ledger ledger, object subject) => subject switch
    {
        Area area => area.State.ToString().ToLowerInvariant(),
        Frame frame => frame.Owners switch { 0 => "free", 1 => "owned", _ => "odd" },
        Mapped page => (page.Translation.IsPresent, page.Translation.Tlb != 0) switch
        {
            (false, false) => "empty",
            (true, false) => "unused",
            (false, true) => "remembered",
            _ => "used",
        },
        Linked table => table.Level.ToString().ToLowerInvariant(),
        Step step => StateOf(ledger, step),
        _ => "",
    };

    static string StateOf(Ledger ledger, Step step) => step.Outcome.Kind switch
    {
        _ when ledger.Legality == Legality.Forbidden => "forbidden",
        OutcomeKind.Bug => IsName(step.Outcome.Bug) ? step.Outcome.Bug! : "bug",
        OutcomeKind.Died => "died",
        _ => ledger.Legality switch
        {
            Legality.Illegal => "illegal",
            Legality.NoEffect => "idle",
            _ when ledger.Result is not null => "made",
            _ => step.Outcome.IsNull || step.Outcome.Kind == OutcomeKind.NoPage
                ? "failed" : "returned",
        },
    };

    /// <summary>The first allocation that the step reports to have failed; null: none.</summary>
    static string? Failed(Step step)
    {
        foreach (ref readonly Event e in step.Events)
        {
            switch (e.Kind)
            {
                case EventKind.PageFail:
                    return "page";
                case EventKind.TableFail:
                    return "table";
                case EventKind.SlabFail:
                    return e.Slab switch
                    {
                        SlabKind.Vm => "vm_struct",
                        SlabKind.Va => "vmap_area",
                        SlabKind.Array => "pages-array",
                        SlabKind.Misc => "percpu-array",
                        SlabKind.VmapBlock => "vmap_block",
                        _ => "object",
                    };
                default:
                    break;
            }
        }

        return step.FaultFired ? step.Call.Fault.Site.ToString().ToLowerInvariant() : null;
    }

    static bool IsAbout(in Event e, object subject) => subject switch
    {
        // The range of one that is gone may be that of another by now.
        Area { State: AreaState.Gone } area =>
            e.Kind == EventKind.AreaRelease && e.Address == area.Start,
        Area area => e.Address >= area.Start && e.Address < area.End && e.Kind
            is EventKind.AreaReserve or EventKind.AreaLazy
            or EventKind.VmInsert or EventKind.VmUnlink
            or (>= EventKind.VbInsert and <= EventKind.VbGive)
            or EventKind.PteSet or EventKind.PteClear,
        Frame frame => e.Id == frame.Number && e.Kind
            is EventKind.PageAlloc or EventKind.PageFree
            or EventKind.PteSet or EventKind.PteClear or EventKind.FrameWritten,
        Mapped page => e.Address == page.Address && e.Kind
            is EventKind.PteSet or EventKind.PteClear or EventKind.TlbFill or EventKind.TlbEvict,
        Linked table => e.Kind == EventKind.TableAlloc && e.Level == table.Level,
        _ => false,
    };

    /// <summary><c>area-release</c> of AreaRelease.</summary>
    public static string WordOf(EventKind kind) => string.Concat(kind.ToString().Select(
        static (c, at) => !char.IsAsciiLetterUpper(c) ? $"{c}"
            : (at == 0 ? "" : "-") + char.ToLowerInvariant(c)));

    /// <summary>What a target says of a BUG may be anything.</summary>
    static bool IsName(string? text) => text is { Length: > 0 and <= LongestName }
        && text.All(static c => char.IsAsciiLetterOrDigit(c) || c == '_');
}
