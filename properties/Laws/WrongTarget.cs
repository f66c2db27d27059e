// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;
using Xunit;

namespace Verification.Properties;

/// <summary>
/// A target that passes on what another does, with one kind of mistake in what it reports: in place
/// of an implementation that goes wrong now and then.
/// </summary>
sealed class WrongTarget : ITarget
{
    static readonly Dictionary<string, Func<Step, Event, Event?>> mistakes = new()
    {
        ["forgets the flush"] = static (_, e) => e.Kind == EventKind.TlbFlush ? null : e,
        ["loses a descriptor"] = static (_, e) =>
            e.Kind == EventKind.SlabFree && e.Slab == SlabKind.Vm ? null : e,
        ["loses a page"] = static (_, e) =>
            e.Kind == EventKind.PageFree && e.Id % 7 == 3 ? null : e,
        ["maps read-only"] = static (_, e) => e.Kind == EventKind.PteSet && e.Id % 11 == 5
            ? e with { Bytes = e.Bytes & ~2UL } : e,
        ["maps one page twice"] = static (_, e) => e.Kind == EventKind.PteSet && e.Id % 5 == 4
            ? e with { Id = e.Id - 1 } : e,
        ["reserves a page too few"] = static (step, e) =>
            e.Kind == EventKind.VmInsert && step.Index % 3 == 2
                ? e with { Bytes = e.Bytes - 64 } : e,
        ["asks with GFP_KERNEL"] = static (_, e) => e.Kind == EventKind.SlabAlloc
            ? e with { Gfp = e.Gfp | Gfp.Kernel } : e,
        ["keeps a lock"] = static (step, e) =>
            e.Kind == EventKind.Unlock && step.Index % 5 == 4 ? null : e,
        ["tells kmemleak the rounded size"] = static (_, e) => e.Kind == EventKind.KmemleakAlloc
            ? e with { Bytes = (e.Bytes + 63) & ~63UL } : e,
    };

    readonly ITarget inner;
    readonly Func<Step, Event, Event?> change;

    WrongTarget(ITarget inner, Func<Step, Event, Event?> change) =>
        (this.inner, this.change) = (inner, change);

    public static TheoryData<string> Names => [.. mistakes.Keys];

    public string Name => "wrong";

    public Profile Profile => inner.Profile;

    public Observations Observes => inner.Observes;

    public static WrongTarget Of(string mistake, ITarget inner) => new(inner, mistakes[mistake]);

    public ReadOnlySpan<Event> Booted => inner.Booted;

    public void Boot(Machine machine) => inner.Boot(machine);

    public void Execute(Step step)
    {
        inner.Execute(step);
        Event[] events = step.Events.ToArray();
        (Outcome outcome, bool fired) = (step.Outcome, step.FaultFired);
        string text = step.Text.ToString();
        (byte, int)[] bytes = [.. step.Bytes];
        step.Clear(step.Index);
        (step.Outcome, step.FaultFired) = (outcome, fired);
        step.Text.Append(text);
        step.Bytes.AddRange(bytes);
        foreach (Event e in events)
        {
            if (change(step, e) is { } told)
            {
                step.Add(told);
            }
        }
    }

    public void Walk(Picture picture) => inner.Walk(picture);

    public ulong Content(int frame) => inner.Content(frame);
}
