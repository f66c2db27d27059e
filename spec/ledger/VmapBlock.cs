// SPDX-License-Identifier: GPL-2.0-only
using System.Numerics;

namespace Verification.Spec;

/// <summary>
/// A per-CPU block as the ledger knows it from events: which of its pages are handed out, and
/// which were given back.
/// </summary>
public sealed class VmapBlock
{
    ulong[] taken = [];
    ulong[] dirty = [];
    ulong[] mapped = [];

    /// <summary>The CPU whose queue it belongs on.</summary>
    public int Cpu { get; internal set; }

    /// <summary>The CPU on whose queue it stands; -1: none.</summary>
    public int QueuedOn { get; internal set; }

    /// <summary>Times it was put on a queue while on one, or taken off where it was not.</summary>
    public int QueueMistakes { get; internal set; }

    /// <summary>Its neighbours on the queue, put there before and after it; null: none.</summary>
    public VmapBlock? Older { get; internal set; }

    /// <inheritdoc cref="Older"/>
    public VmapBlock? Newer { get; internal set; }

    /// <summary>It is a block no more, though its range is still taken.</summary>
    public bool IsGone { get; internal set; }

    public int Pages { get; private set; }

    /// <summary>Pages that were never handed out.</summary>
    public int Free { get; private set; }

    /// <summary>Pages given back.</summary>
    public int Dirty { get; private set; }

    /// <summary>Nothing of it is handed out.</summary>
    public bool IsIdle => Free + Dirty == Pages;

    /// <summary>Whether a page, from 0, was handed out and not given back.</summary>
    public bool IsHandedOut(ulong page) => Has(taken, page) && !Has(dirty, page);

    /// <summary>
    /// Whether a page was mapped since it was handed out, and not given back; rounding up leaves
    /// pages that never are.
    /// </summary>
    public bool IsInUse(ulong page) => IsHandedOut(page) && Has(mapped, page);

    /// <summary>Whether a page was given back.</summary>
    public bool IsDirty(ulong page) => Has(dirty, page);

    /// <summary>Hands a page out; false when it was handed out before.</summary>
    internal bool Take(ulong page)
    {
        bool isNew = Set(taken, page);
        Free -= isNew ? 1 : 0;
        return isNew;
    }

    /// <summary>Takes a page back; false when it was not handed out.</summary>
    internal bool Give(ulong page)
    {
        bool isNew = IsHandedOut(page) && Set(dirty, page);
        Dirty += isNew ? 1 : 0;
        return isNew;
    }

    /// <summary>A page gets its translation.</summary>
    internal void Map(ulong page) => Set(mapped, page);

    internal void Reset(int cpu, int pages)
    {
        Cpu = cpu;
        QueuedOn = -1;
        Older = Newer = null;
        QueueMistakes = Dirty = 0;
        IsGone = false;
        Pages = Free = pages;
        int words = (pages + 63) / 64;
        if (taken.Length < words)
        {
            (taken, dirty, mapped) = (new ulong[words], new ulong[words], new ulong[words]);
        }

        Array.Clear(taken);
        Array.Clear(dirty);
        Array.Clear(mapped);
    }

    bool Has(ulong[] map, ulong page) =>
        page < (ulong)Pages && (map[page / 64] >> (int)(page % 64) & 1) != 0;

    bool Set(ulong[] map, ulong page)
    {
        if (page >= (ulong)Pages || Has(map, page))
        {
            return false;
        }

        map[page / 64] |= 1UL << (int)(page % 64);
        return true;
    }

    /// <summary>The power of two pages that so many are rounded up to.</summary>
    public static int PartFor(int pages) => (int)BitOperations.RoundUpToPowerOf2((uint)pages);
}
