// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Search;

/// <summary>A broken law with everything a report tells about it.</summary>
public sealed record Failure
{
    public required Trace Trace { get; init; }

    public required Violation Violation { get; init; }

    /// <summary>The trace up to the failing step, with results.</summary>
    public required TraceAsC Calls { get; init; }

    /// <summary>Events of the failing step; empty when the target reports none.</summary>
    public required IReadOnlyList<string> Events { get; init; }

    /// <summary>The target's state before the failing step.</summary>
    public required Picture Before { get; init; }

    /// <summary>The state after it; null when the step ended in a BUG or a death.</summary>
    public required Picture? After { get; init; }

    /// <summary>
    /// Bytes of address space, guard included, that the step asked for in vain; 0: none.
    /// </summary>
    public ulong FailedBytes { get; init; }

    /// <summary>What of blocks was given back before the failing step, and after it.</summary>
    public (GivenBack Before, GivenBack After) Gone { get; init; } =
        (GivenBack.None, GivenBack.None);

    /// <summary>The random seed of the run that found it; null for a trace from a file.</summary>
    public ulong? Seed { get; init; }

    /// <summary>How a command line calls the target.</summary>
    public string Target { get; init; } = CampaignPlan.Model;

    /// <summary>The trace file, as the replay command names it; null: it was not written.</summary>
    public string? File { get; init; }

    /// <summary>
    /// Runs the trace once more on the target up to the failing step, to look at it from both
    /// sides.
    /// </summary>
    public static Failure Of(Trace trace, Violation violation, ITarget target)
    {
        ArgumentNullException.ThrowIfNull(trace);
        ArgumentNullException.ThrowIfNull(violation);
        ArgumentNullException.ThrowIfNull(target);
        Picture before = BootPicture.Of(trace, target).Picture;
        Picture after = new();
        bool isDead = false;
        ulong wanted = 0;
        (GivenBack Before, GivenBack After) gone = (GivenBack.None, GivenBack.None);
        IReadOnlyList<string> events = [];
        int failing = violation.StepIndex;
        Trace shown = trace with { Commands = [.. trace.Commands.Take(failing + 1)] };
        int previous = LastRunBefore(failing, trace, target);
        TraceAsC calls = TraceAsC.Of(shown, target, step =>
        {
            bool last = step.Index == failing;
            isDead = step.Outcome.IsFatal;
            gone = (gone.After, gone.After.After(trace.Machine, step));
            if (last)
            {
                events = new EventText(trace.Machine, new FrameNames())
                {
                    IsShortened = true,
                }.Of(step);
                wanted = FailedSite.AddressSpaceWanted(step);
            }

            if (!isDead && (last || step.Index == previous))
            {
                Picture picture = last ? after : before;
                picture.Clear();
                target.Walk(picture);
            }
        });
        return new Failure
        {
            Trace = trace,
            Violation = violation,
            Calls = calls,
            Events = events,
            Before = before,
            After = isDead ? null : after,
            FailedBytes = wanted,
            Gone = gone,
        };
    }

    /// <summary>A walk costs as much as all that lives: it is made where it is shown.</summary>
    static int LastRunBefore(int failing, Trace trace, ITarget target)
    {
        int previous = -1;
        Trace survived = trace with { Commands = [.. trace.Commands.Take(failing)] };
        TraceAsC.Of(survived, target, step => previous = step.Index);
        return previous;
    }
}
