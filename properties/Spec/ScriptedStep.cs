// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Properties;

/// <summary>What a scripted target does in one call; tests change it to plant a mistake.</summary>
sealed class ScriptedStep
{
    public List<Event> Events { get; } = [];

    public Outcome Outcome { get; set; }

    public string Text { get; set; } = "";

    /// <summary>What <c>vread</c> puts into the buffer.</summary>
    public List<(byte Value, int Times)> Bytes { get; } = [];

    /// <summary>What is added to the true <c>vmap_lazy_nr</c>.</summary>
    public int LazyError { get; set; }

    /// <summary>Leaves out every event of a kind.</summary>
    public void Drop(EventKind kind)
    {
        if (Events.RemoveAll(e => e.Kind == kind) == 0)
        {
            throw new ArgumentException($"the step has no {kind} to drop", nameof(kind));
        }
    }

    /// <summary>Leaves out the last event of a kind.</summary>
    public void DropLast(EventKind kind) =>
        Events.RemoveAt(Events.FindLastIndex(e => e.Kind == kind));

    /// <summary>Changes every event of a kind.</summary>
    public void Change(EventKind kind, Func<Event, Event> change)
    {
        int changed = 0;
        for (int i = 0; i < Events.Count; i++)
        {
            if (Events[i].Kind == kind)
            {
                Events[i] = change(Events[i]);
                changed++;
            }
        }

        if (changed == 0)
        {
            throw new ArgumentException($"the step has no {kind} to change", nameof(kind));
        }
    }

    /// <summary>Lets the first event of a kind happen before all others.</summary>
    public void Hasten(EventKind kind)
    {
        Event e = Events.First(other => other.Kind == kind);
        Events.Remove(e);
        Events.Insert(0, e);
    }

    /// <summary>Another task reads the list before the first event of a kind.</summary>
    public void ReadBefore(EventKind kind, string text)
    {
        byte vmlist = (byte)KernelLock.Vmlist;
        Event read = new(EventKind.ListRead, 0, 0, 0, Gfp.None, 0, 0, 0);
        Events.InsertRange(
            Events.FindIndex(e => e.Kind == kind),
            [
                read with { Kind = EventKind.Lock, Detail = vmlist },
                read,
                read with { Kind = EventKind.Unlock, Detail = vmlist },
            ]);
        Text = text;
    }

    /// <summary>Maps frame 0 at an address too, before the cache is flushed.</summary>
    public void AddPte(ulong address) => Events.Insert(
        Events.FindIndex(static e => e.Kind == EventKind.CacheFlushMap),
        new Event(EventKind.PteSet, 0, 0, 0, Gfp.None, address, 0, Pgprot.Kernel.Bits));

    /// <summary>Moves the step's addresses; what it returns moves along.</summary>
    public void Shift(long bytes)
    {
        ulong by = unchecked((ulong)bytes);
        for (int i = 0; i < Events.Count; i++)
        {
            Event e = Events[i];
            Events[i] = e with
            {
                Address = e.Address == 0 ? 0 : unchecked(e.Address + by),
                End = e.End == 0 ? 0 : unchecked(e.End + by),
            };
        }

        Outcome = Outcome with { Value = unchecked(Outcome.Value + by) };
    }

    public void Add(
        EventKind kind, ulong address = 0, ulong end = 0, int id = 0, ulong bytes = 0,
        byte detail = 0, int node = 0, Gfp gfp = Gfp.None) =>
        Events.Add(new Event(kind, detail, id, node, gfp, address, end, bytes));
}
