// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Search;

/// <summary>What became of the call in trouble. Result is null while it was not made.</summary>
readonly record struct CellStep(string? Result, bool Fired, int Failures)
{
    public const string Success = "succeeded";

    /// <summary>
    /// Reservations made when addresses ran short: before a purge, or before the refusal. -1: they
    /// did not.
    /// </summary>
    public int ShortAfter { get; private init; } = -1;

    /// <summary>Lazy areas were released to make room.</summary>
    public bool Purged { get; private init; }

    public bool RanShort => Result is not null && ShortAfter >= 0;

    public static CellStep Of(Step step, bool fired, List<Visit> visits)
    {
        bool purged = false;
        int reserved = 0;
        // No message tells of the addresses that a percpu group lacks.
        int shortAfter = step.Call.AreaCount > 0 && step.Outcome.IsNull ? 0 : -1;
        foreach (ref readonly Event e in step.Events)
        {
            // Once a call gives up it frees its own areas, and that may purge as well.
            if (e.Kind is EventKind.AreaLazy or EventKind.NoVaSpace)
            {
                shortAfter = e.Kind == EventKind.NoVaSpace ? reserved : shortAfter;
                break;
            }

            if (e.Kind is EventKind.SlabFail or EventKind.Warn && step.Call.AreaCount > 0)
            {
                shortAfter = -1;
                break;
            }

            reserved += e.Kind == EventKind.AreaReserve ? 1 : 0;
            purged |= e.Kind == EventKind.AreaRelease;
            shortAfter = purged && shortAfter < 0 ? reserved : shortAfter;
        }

        return new(ResultOf(step.Outcome), fired, visits.Count(static visit => visit.Failed))
        {
            ShortAfter = shortAfter,
            Purged = purged,
        };
    }

    public static string ResultOf(Outcome outcome) => outcome.Kind switch
    {
        OutcomeKind.Pointer when outcome.Value == 0 => "NULL",
        OutcomeKind.NoPage => "NULL",
        OutcomeKind.Number when outcome.Signed == -Errno.ENOMEM => "-ENOMEM",
        OutcomeKind.Number when outcome.Signed < 0 => $"{outcome.Signed}",
        OutcomeKind.Bug => $"BUG in {outcome.Bug}",
        OutcomeKind.Died => $"died: {outcome.Bug}",
        OutcomeKind.PageFault => "page fault",
        OutcomeKind.Unsupported => "unsupported",
        _ => Success,
    };
}
