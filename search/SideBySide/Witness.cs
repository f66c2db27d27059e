// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Search;

/// <summary>
/// Follows a trace on one target and remembers what has which name: areas by the call that returned
/// them, frames by the area or the <c>take</c> they belong to. So what a call did can be said
/// without an address and without the number of a frame.
/// </summary>
public sealed class Witness
{
    readonly IReadOnlyList<Command> commands;
    readonly CStatement statements;
    readonly Dictionary<ulong, int> names = [];
    readonly Dictionary<int, (int Name, int Index)> taken = [];
    readonly HashSet<int> knownFrames = [];
    readonly HashSet<int> about = [];
    readonly List<ulong> present = [];

    Witness(ITarget target, Trace trace)
    {
        Observes = target.Observes;
        commands = trace.Commands;
        statements = new CStatement(trace);
    }

    /// <summary>
    /// Runs a trace without judging it. One answer for each command; null where it was not made.
    /// </summary>
    public static Answer?[] Watch(ITarget target, Trace trace)
    {
        Witness witness = new(target, trace);
        Answer?[] answers = new Answer?[trace.Commands.Count];
        Checker runner = new(target, [])
        {
            Observer = (ledger, step) => answers[step.Index] = witness.Look(ledger, step),
        };
        runner.Run(trace);
        return answers;
    }

    Answer Look(Ledger ledger, Step step)
    {
        about.Clear();
        string? meets = Meets(ledger, step.Call);
        Learn(ledger, step);
        bool ranOut = HasRunOut(step, ledger.Machine);
        bool succeeded = CellStep.ResultOf(step.Outcome) == CellStep.Success;
        return new Answer
        {
            Meets = meets,
            About = [.. about],
            Legality = ledger.Legality,
            RanOut = ranOut,
            Succeeded = succeeded,
            Died = step.Outcome.IsFatal,
            IsRefused = step.Outcome.IsNull && step.EventCount == 0,
            HasNullPages = step.Call.Pages.Contains(-1),
            Aspects =
            [
                .. Aspect.All.Select(aspect => !ranOut || aspect == Aspect.Result
                    || (succeeded && aspect != Aspect.Warning)
                        ? aspect.Of(this, ledger, step) : null),
            ],
            Told = ResultText.Of(ledger.Machine, step),
        };
    }

    /// <summary>What the target reports.</summary>
    public Observations Observes { get; }

    /// <summary>Names of the live areas, in the order of the trace.</summary>
    public string LiveNames => string.Join(' ', names.Values.Order().Select(statements.NameOf));

    /// <summary>Names of the areas that a text shows by their addresses, likewise.</summary>
    public string NamesIn(string text) => string.Join(' ', names
        .Where(one => text.Contains($"0x{one.Key:x16}-", StringComparison.Ordinal))
        .Select(static one => one.Value).Order().Select(statements.NameOf));

    /// <summary>
    /// Whether what a frame holds was written, or asked to be zero, since it was taken; else it
    /// depends on which frame was at hand.
    /// </summary>
    public bool Knows(int frame) => knownFrames.Contains(frame);

    /// <summary>A frame by its owner: <c>page 2 of p0</c>, <c>f1[0]</c>.</summary>
    public string PageOf(Ledger ledger, int frame)
    {
        if (taken.TryGetValue(frame, out (int Name, int Index) page))
        {
            about.Add(page.Name);
            return $"{statements.NameOf(page.Name)}[{page.Index}]";
        }

        if (ledger.Frame(frame).Area is not { } area || !names.TryGetValue(area.Start, out int name))
        {
            return "a page of nobody";
        }

        about.Add(name);
        ulong index = 0;
        while (index < area.Pages && area.FrameAt(index) != frame)
        {
            index++;
        }

        return $"page {index} of {statements.NameOf(name)}";
    }

    /// <summary>
    /// What an area maps, page by page, with the protection: <c>0: f1[0] PAGE_KERNEL</c>.
    /// </summary>
    public string Maps(Ledger ledger, Area area)
    {
        present.Clear();
        ledger.Translations.PresentIn(area.Start, area.End, present);
        return present.Count == 0 ? "nothing" : string.Join(", ", present.Order().Select(at =>
        {
            Translation page = ledger.Translations.Get(at);
            return $"{(at - area.Start) >> ledger.Machine.PageShift}: "
                + $"{PageOf(ledger, page.Frame)} {page.Prot}";
        }));
    }

    /// <summary>Where nothing is printed, addresses that run short are told by NULL alone.</summary>
    static bool HasRunOut(Step step, Machine machine)
    {
        bool isQuiet = !machine.PrintsRateLimited || (step.Call.Gfp & Gfp.Nowarn) != 0;
        bool failed = step.FaultFired
            || (isQuiet && step.Outcome.IsNull && step.EventCount > 0);
        foreach (ref readonly Event e in step.Events)
        {
            failed |= e.Kind is EventKind.SlabFail or EventKind.PageFail or EventKind.TableFail
                or EventKind.NoVaSpace;
        }

        return failed;
    }

    string? Meets(Ledger ledger, Call call)
    {
        if (call.Kind is CommandKind.VmallocUsage or CommandKind.Vmallocinfo)
        {
            return LiveNames;
        }

        List<string?> met = call.Signature.Takes(Param.Pointer) ? [Pointed(ledger, call)] : [];
        foreach (int frame in call.Pages)
        {
            met.Add(frame < 0 ? "NULL" : PageOf(ledger, frame));
        }

        return met.Contains(null) ? null : string.Join(", ", met);
    }

    string? Pointed(Ledger ledger, Call call)
    {
        if (call.Address == 0)
        {
            return "NULL";
        }

        bool isRange = call.Kind is CommandKind.Vread or CommandKind.Vwrite;
        Area? area = ledger.Subject ?? ledger.AreaAt(call.Address);
        if (area is null || !names.TryGetValue(area.Start, out int name))
        {
            // Live without a name: it holds a pages array, wherever the target put that.
            return isRange || area is { IsLive: true } ? null : "no area";
        }

        about.Add(name);
        ulong guard = area.GuardPage(ledger.Machine.PageSize);
        bool isInside = call.Address < guard && call.Size <= guard - call.Address;
        return isRange && !isInside ? null
            : $"{statements.NameOf(name)} + {call.Address - area.Start}";
    }

    void Learn(Ledger ledger, Step step)
    {
        int name = commands[step.Index].Name;
        int frames = 0;
        foreach (ref readonly Event e in step.Events)
        {
            LearnContents(in e);
            if (e.Kind == EventKind.PageAlloc && step.Call.Kind == CommandKind.Take)
            {
                taken[e.Id] = (name, frames++);
            }
            else if (e.Kind == EventKind.PageFree)
            {
                taken.Remove(e.Id);
            }
        }

        foreach (Area gone in ledger.TouchedAreas.Where(static area => !area.IsLive))
        {
            names.Remove(gone.Start);
        }

        if (ledger.Result is { IsLive: true } made && name >= 0)
        {
            names[made.Start] = name;
        }
    }

    void LearnContents(in Event e)
    {
        switch (e.Kind)
        {
            case EventKind.PageAlloc when (e.Gfp & Gfp.Zero) != 0:
            case EventKind.FrameWritten when e.Bytes <= byte.MaxValue:
                knownFrames.Add(e.Id);
                break;
            case EventKind.PageAlloc or EventKind.PageFree:
                knownFrames.Remove(e.Id);
                break;
            default:
                break;
        }
    }
}
