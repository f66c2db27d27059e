// SPDX-License-Identifier: GPL-2.0-only
using System.Text;

namespace Verification.Spec;

/// <summary>
/// What one call did: the call, its outcome, the events inside it in order, and the counters after
/// it. A target fills it; the ledger folds it. One instance serves a whole run.
/// </summary>
public sealed class Step
{
    Event[] events = new Event[256];

    public Call Call { get; } = new();

    /// <summary>Number of the step in its run, from 0.</summary>
    public int Index { get; set; }

    public Outcome Outcome { get; set; }

    public ReadOnlySpan<Event> Events => events.AsSpan(0, EventCount);

    public int EventCount { get; private set; }

    public Counters Counters { get; set; }

    /// <summary>An armed fault made an allocation of this call fail.</summary>
    public bool FaultFired { get; set; }

    /// <summary>
    /// Lines of /proc/vmallocinfo, each ended by a newline: of the call, or of another task that
    /// read it in the middle of the call.
    /// </summary>
    public StringBuilder Text { get; } = new();

    /// <summary>The buffer of <c>vread</c> after the call, run-length coded.</summary>
    public List<(byte Value, int Times)> Bytes { get; } = [];

    /// <summary>Forgets the last call; buffers keep their capacity.</summary>
    public void Clear(int index)
    {
        Index = index;
        EventCount = 0;
        Outcome = default;
        FaultFired = false;
        Text.Clear();
        Bytes.Clear();
    }

    public void Add(in Event e)
    {
        if (EventCount == events.Length)
        {
            Array.Resize(ref events, events.Length * 2);
        }

        events[EventCount++] = e;
    }

    /// <summary>An event about an address (range) and an id.</summary>
    public void Add(EventKind kind, ulong address, ulong end = 0, int id = 0, ulong bytes = 0) =>
        Add(new Event(kind, 0, id, 0, Gfp.None, address, end, bytes));
}

/// <summary>Figures a target publishes after every step.</summary>
public readonly record struct Counters
{
    /// <summary>
    /// <c>vmap_lazy_nr</c>: pages waiting for a purge, as the kernel counts them.
    /// </summary>
    public long LazyPages { get; init; }

    /// <summary>Page frames in use, page tables not among them.</summary>
    public int PagesInUse { get; init; }

    /// <summary>RCU callbacks waiting for a grace period.</summary>
    public int RcuPending { get; init; }

    /// <summary>Page-table pages per level: pud, pmd, pte.</summary>
    public (int Pud, int Pmd, int Pte) Tables { get; init; }
}
