// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Spec;

/// <summary>Where a law was broken, and in which state its subject was, in words that last.</summary>
static class Situation
{
    const int LongestName = 64;

    /// <summary>The cluster of a law that the last step of a ledger broke.</summary>
    /// <param name="law">The law.</param>
    /// <param name="ledger">As the law saw it.</param>
    /// <param name="isCall">False: no call touched the subject.</param>
    /// <param name="state">The subject's.</param>
    public static Cluster Of(Law law, Ledger ledger, bool isCall, string state) => new(
        law.Name, isCall ? Site(ledger.Step) : Cluster.NoCall, state);

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
        OutcomeKind.Bug => IsName(step.Outcome.Bug) ? step.Outcome.Bug! : "bug",
        OutcomeKind.Died => "died",
        _ => ledger.Legality switch
        {
            Legality.Illegal => "illegal",
            Legality.NoEffect => "idle",
            _ when ledger.Result is not null => "made",
            _ => step.Outcome.IsNull || step.Outcome.Kind == OutcomeKind.NoPage
                ? "failed" : "other",
        },
    };

    static string Site(Step step)
    {
        string call = step.Call.Signature.Name;
        return step.FaultFired ? $"{call}+{Failed(step)}" : call;
    }

    /// <summary>The first allocation that the step reports to have failed.</summary>
    static string Failed(Step step)
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
                        _ => "object",
                    };
                default:
                    break;
            }
        }

        return step.Call.Fault.Site.ToString().ToLowerInvariant();
    }

    /// <summary>What a target says of a BUG may be anything.</summary>
    static bool IsName(string? text) => text is { Length: > 0 and <= LongestName }
        && text.All(static c => char.IsAsciiLetterOrDigit(c) || c == '_');
}
