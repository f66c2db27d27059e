// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Search;

/// <summary>Draws page-pointer arrays: taken frames, pages behind blocks, NULL entries.</summary>
sealed class PageLists(Supply supply)
{
    /// <summary>
    /// An array of exactly <paramref name="wanted"/> entries; of up to 8, sometimes many more, when
    /// wanted is 0. <paramref name="count"/> says how many it has.
    /// </summary>
    public PageSlice[] Draw(ref Prng prng, int wanted, out int count)
    {
        int left = wanted > 0 ? wanted : prng.Below(12) == 0 ? 64 : 1 + prng.Below(8);
        PageSlice first = Slice(ref prng, left);
        (count, left) = (first.Count, left - first.Count);
        if (wanted == 0 && (left == 0 || prng.Below(2) == 0))
        {
            return [first];
        }

        List<PageSlice> slices = [first];
        while (left > 0 && slices.Count < (wanted > 0 ? 16 : 4))
        {
            PageSlice slice = Slice(ref prng, left);
            slices.Add(slice);
            (count, left) = (count + slice.Count, left - slice.Count);
        }

        if (wanted > 0 && left > 0)
        {
            slices.Add(PageSlice.NullEntries(left));
            count += left;
        }

        return [.. slices];
    }

    /// <summary>An array of so many entries, the missing ones NULL.</summary>
    public static PageSlice[] Padded(PageSlice[] slices, int listed, int wanted) =>
        listed >= wanted ? slices : [.. slices, PageSlice.NullEntries(wanted - listed)];

    /// <summary>The array again and again, until it has so many entries.</summary>
    public static PageSlice[] Repeated(PageSlice[] slices, int wanted)
    {
        List<PageSlice> all = [];
        for (int at = 0; wanted > 0; at = (at + 1) % slices.Length)
        {
            PageSlice slice = slices[at] with { Count = Math.Min(slices[at].Count, wanted) };
            all.Add(slice);
            wanted -= slice.Count;
        }

        return [.. all];
    }

    /// <summary>
    /// Frames to give back: all or a part of what one command took; not used again.
    /// </summary>
    public PageSlice[] GiveBack(ref Prng prng)
    {
        (int name, int pages) = supply.Frames.Take(ref prng);
        return name < 0 ? [] : [Part(ref prng, name, pages, pages)];
    }

    PageSlice Slice(ref Prng prng, int most)
    {
        int die = prng.Below(32);
        (int name, int pages) = die < 26 || supply.Blocks.Count == 0
            ? supply.Frames.Pick(ref prng)
            : supply.Blocks.Pick(ref prng);
        return die == 31 || name < 0
            ? PageSlice.NullEntries(1)
            : Part(ref prng, name, pages, most);
    }

    static PageSlice Part(ref Prng prng, int name, int pages, int most)
    {
        int first = prng.Below(2) == 0 ? 0 : prng.Below(pages);
        int count = Math.Min(pages - first, most);
        return new(Operand.Named(name), first, prng.Below(2) == 0 ? count : 1 + prng.Below(count));
    }
}
