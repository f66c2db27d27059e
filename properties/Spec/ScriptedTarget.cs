// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Properties;

/// <summary>
/// A target that does what a script says and nothing else. Its walk and its contents are what its
/// own events amount to, by an account that shares nothing with the ledger's.
/// </summary>
sealed class ScriptedTarget(Script script) : ITarget
{
    readonly Dictionary<ulong, VmEntry> vmlist = [];
    readonly List<VmapEntry> areas = [];
    readonly HashSet<ulong> lazy = [];
    readonly SortedDictionary<ulong, TranslationEntry> translations = [];
    readonly List<TableEntry> tables = [];
    readonly List<TlbEntry> tlb = [];
    readonly List<KmemleakEntry> kmemleak = [];
    readonly HashSet<int> objects = [];
    readonly SortedSet<int> frames = [];
    readonly Dictionary<int, ulong> contents = [];
    bool kmemleakEnabled;
    int next;

    public string Name => "script";

    public Profile Profile { get; } = Profile.Of(script.Era, script.Mode);

    public Observations Observes => Observations.All;

    public void Boot(Machine machine)
    {
        next = 0;
        vmlist.Clear();
        areas.Clear();
        lazy.Clear();
        translations.Clear();
        tables.Clear();
        tlb.Clear();
        kmemleak.Clear();
        objects.Clear();
        frames.Clear();
        contents.Clear();
        kmemleakEnabled = true;
        script.Boot.Events.ForEach(Follow);
    }

    public ReadOnlySpan<Event> Booted =>
        System.Runtime.InteropServices.CollectionsMarshal.AsSpan(script.Boot.Events);

    public void Execute(Step step)
    {
        ScriptedStep scripted = script[next++];
        foreach (Event e in scripted.Events)
        {
            step.Add(e);
            Follow(e);
        }

        int pages = areas.Where(area => lazy.Contains(area.Start))
            .Sum(area => (int)((area.End - area.Start) / script.Machine.PageSize));
        step.Outcome = scripted.Outcome;
        step.Counters = new Counters { LazyPages = pages + scripted.LazyError };
        step.Text.Append(scripted.Text);
        step.Bytes.AddRange(scripted.Bytes);
    }

    public ulong Content(int frame) =>
        script.Contents.TryGetValue(frame, out ulong told)
            ? told : contents.GetValueOrDefault(frame);

    public void Walk(Picture picture)
    {
        picture.Vmlist.AddRange(vmlist.Values.OrderBy(entry => entry.Address));
        picture.VmapAreas.AddRange(areas.OrderBy(area => area.Start));
        picture.Translations.AddRange(translations.Values);
        picture.Tables.AddRange(tables);
        picture.Tlb.AddRange(tlb);
        picture.Kmemleak.AddRange(kmemleak);
        picture.Objects.AddRange(objects.Select(id => new ObjectEntry(id, SlabKind.Vm, 64, 64)));
        picture.Frames.AddRange(frames);
        picture.KmemleakEnabled = kmemleakEnabled;
        script.WalkMistake?.Invoke(picture);
    }

    void Follow(Event e)
    {
        switch (e.Kind)
        {
            case EventKind.SlabAlloc: objects.Add(e.Id); break;
            case EventKind.SlabFree: objects.Remove(e.Id); break;
            case EventKind.PageAlloc: TakePage(e); break;
            case EventKind.PageFree: frames.Remove(e.Id); break;
            case EventKind.TableAlloc when e.Level != TableLevel.User:
                tables.Add(new TableEntry(e.Level, e.Address, e.Id));
                break;
            case EventKind.FrameWritten: contents[e.Id] = e.Bytes; break;
            case EventKind.PteSet:
                translations[e.Address] = new TranslationEntry(e.Address, e.Id, e.Prot);
                break;
            case EventKind.PteClear: translations.Remove(e.Address); break;
            case EventKind.TlbFill: tlb.Add(new TlbEntry(e.Node, e.Address, e.Id)); break;
            case EventKind.TlbEvict:
                tlb.RemoveAll(entry => entry.Cpu == e.Node && entry.Address == e.Address);
                break;
            case EventKind.TlbFlush:
                tlb.RemoveAll(entry => (e.Id >> entry.Cpu & 1) != 0
                    && entry.Address >= e.Address && entry.Address < e.End);
                break;
            default: FollowArea(e); break;
        }
    }

    void FollowArea(Event e)
    {
        switch (e.Kind)
        {
            case EventKind.AreaReserve: areas.Add(new VmapEntry(e.Address, e.End, 0)); break;
            case EventKind.AreaLazy: lazy.Add(e.Address); break;
            case EventKind.AreaRelease:
                areas.RemoveAll(area => area.Start == e.Address);
                lazy.Remove(e.Address);
                break;
            case EventKind.VmInsert:
                vmlist[e.Address] = new VmEntry(e.Address, e.Bytes, e.Flags, 0, Caller.None, 0, -1);
                break;
            case EventKind.VmUnlink: vmlist.Remove(e.Address); break;
            case EventKind.VmFlagsSet:
                vmlist[e.Address] = vmlist[e.Address] with { Flags = e.Flags };
                break;
            case EventKind.VmPagesCounted:
                vmlist[e.Address] = vmlist[e.Address] with { NrPages = (uint)e.Bytes };
                break;
            case EventKind.VmCallerSet:
                vmlist[e.Address] = vmlist[e.Address] with { Caller = (Caller)e.Id };
                break;
            case EventKind.KmemleakAlloc:
                kmemleak.Add(new KmemleakEntry(e.Address, e.Bytes, e.Id));
                break;
            case EventKind.KmemleakFree:
                kmemleak.RemoveAll(known => known.Address == e.Address);
                break;
            case EventKind.KmemleakRefused: kmemleakEnabled = false; break;
            default: break;
        }
    }

    void TakePage(Event e)
    {
        frames.Add(e.Id);
        if ((e.Gfp & Gfp.Zero) != 0)
        {
            contents[e.Id] = 0;
        }
    }
}
