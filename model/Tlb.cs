// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Model;

/// <summary>
/// The TLBs of all CPUs: 16 entries each, chosen by the low bits of the page number.
/// </summary>
sealed class Tlb
{
    const int Slots = 16;

    readonly int[] count = new int[32];
    readonly Entry[] entries = new Entry[32 * Slots];

    public void Reset()
    {
        for (int cpu = 0; cpu < count.Length; cpu++)
        {
            if (count[cpu] > 0)
            {
                Array.Clear(entries, cpu * Slots, Slots);
                count[cpu] = 0;
            }
        }
    }

    /// <summary>The entry a page of a CPU may lie in, whichever page is there now.</summary>
    public ref Entry SlotFor(int cpu, ulong address, int pageShift) =>
        ref entries[(cpu * Slots) + (int)((address >> pageShift) & (Slots - 1))];

    public void Fill(int cpu, ref Entry slot, ulong page, Pte pte)
    {
        count[cpu] += slot.IsValid ? 0 : 1;
        slot = new Entry(page, pte, true);
    }

    /// <summary>Drops what a CPU holds of [start, end).</summary>
    public void Flush(int cpu, ulong start, ulong end, ulong pageMask)
    {
        for (int i = cpu * Slots; count[cpu] > 0 && i < (cpu + 1) * Slots; i++)
        {
            Entry entry = entries[i];
            if (entry.IsValid && entry.Page < end && (entry.Page | pageMask) >= start)
            {
                entries[i] = default;
                count[cpu]--;
            }
        }
    }

    public ReadOnlySpan<Entry> Of(int cpu) => entries.AsSpan(cpu * Slots, Slots);

    /// <summary>A translation a CPU remembers, right or stale.</summary>
    public readonly record struct Entry(ulong Page, Pte Pte, bool IsValid);
}
