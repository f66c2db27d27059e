// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Properties;

/// <summary>The model with planted defects: some calls lack an event.</summary>
sealed class Defective(Era era, DefectMode mode, params Defect[] defects) : ITarget
{
    readonly Model.Model model = new(era, mode);

    public string Name => "defective";

    public Profile Profile => model.Profile;

    public Observations Observes => model.Observes;

    public ReadOnlySpan<Event> Booted => model.Booted;

    public void Boot(Machine machine) => model.Boot(machine);

    public void Execute(Step step)
    {
        model.Execute(step);
        foreach (Defect defect in defects.Where(defect => defect.Concerns(step)))
        {
            LeaveOut(step, defect.LastOf);
        }
    }

    public void Walk(Picture picture) => model.Walk(picture);

    public ulong Content(int frame) => model.Content(frame);

    static void LeaveOut(Step step, EventKind kind)
    {
        Event[] events = step.Events.ToArray();
        int hidden = Array.FindLastIndex(events, e => e.Kind == kind);
        (Outcome outcome, bool fired, string text) =
            (step.Outcome, step.FaultFired, step.Text.ToString());
        (byte, int)[] bytes = [.. step.Bytes];
        step.Clear(step.Index);
        for (int i = 0; i < events.Length; i++)
        {
            if (i != hidden)
            {
                step.Add(events[i]);
            }
        }

        (step.Outcome, step.FaultFired) = (outcome, fired);
        step.Text.Append(text);
        step.Bytes.AddRange(bytes);
    }
}

/// <summary>The last event of a kind is missing in the calls that it concerns.</summary>
sealed record Defect(EventKind LastOf, Func<Step, bool> Concerns)
{
    /// <summary>In every trace at its first step: a trace begins with a vmalloc.</summary>
    public static readonly Defect KeepsALock = new(
        EventKind.Unlock, static step => step.Call.Kind == CommandKind.Vmalloc);

    /// <summary>Only behind blocks of three pages and more.</summary>
    public static readonly Defect KeepsAPage = new(EventKind.PageFree, static step =>
        step.Call.Kind == CommandKind.Vfree && Count(step, EventKind.PageFree) >= 3);

    /// <summary>Breaks the same law as <see cref="KeepsALock"/>, at another call.</summary>
    public static readonly Defect KeepsALockInVread = new(
        EventKind.Unlock, static step => step.Call.Kind == CommandKind.Vread);

    /// <summary>The same, of every call that makes a mapping of the caller's pages.</summary>
    public static readonly Defect KeepsALockInVmap = new(
        EventKind.Unlock, static step => step.Call.Kind == CommandKind.Vmap);

    static int Count(Step step, EventKind kind)
    {
        int count = 0;
        foreach (ref readonly Event e in step.Events)
        {
            count += e.Kind == kind ? 1 : 0;
        }

        return count;
    }
}
