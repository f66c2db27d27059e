// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Search;

/// <summary>The last eight products of a kind that a trace has made, with their pages.</summary>
sealed class Recent
{
    readonly (int Name, int Pages)[] entries = new (int, int)[8];

    public int Count { get; private set; }

    /// <summary>
    /// Forgets the oldest when full; what has no pages, or too many, is not kept.
    /// </summary>
    public void Add(int name, ulong pages, ulong most)
    {
        if (pages == 0 || pages > most)
        {
            return;
        }

        if (Count == entries.Length)
        {
            entries.AsSpan(1).CopyTo(entries);
            Count--;
        }

        entries[Count++] = (name, (int)pages);
    }

    /// <summary>Any entry; the name is -1 when there is none.</summary>
    public (int Name, int Pages) Pick(ref Prng prng) =>
        Count == 0 ? (-1, 0) : entries[prng.Below(Count)];

    /// <summary>Like <see cref="Pick"/>, and forgets it.</summary>
    public (int Name, int Pages) Take(ref Prng prng)
    {
        if (Count == 0)
        {
            return (-1, 0);
        }

        int at = prng.Below(Count);
        (int, int) entry = entries[at];
        entries[at] = entries[--Count];
        return entry;
    }
}
