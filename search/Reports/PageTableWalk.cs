// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Search;

/// <summary>
/// A run of equal page-table entries. Level 1 to 4 is pgd to pte; Bits 0 is a hole, reported at the
/// level of the empty entry.
/// </summary>
public readonly record struct PageTableRange(ulong Start, ulong End, int Level, ulong Bits);

/// <summary>
/// Walks a picture's tables and translations top down as <c>kernel_page_tables</c> does, and merges
/// neighbours of one level and equal bits. Frames do not matter to it.
/// </summary>
public sealed class PageTableWalk
{
    /// <summary>The levels below the pgd that the hardware has, top first.</summary>
    readonly List<Level> levels = [];
    readonly List<TranslationEntry> translations;
    readonly ulong pageSize;
    int next;

    PageTableWalk(Machine machine, Picture picture)
    {
        pageSize = machine.PageSize;
        translations = picture.Translations;
        int above = 1;
        for (TableLevel level = 0; level <= TableLevel.Pte; level++)
        {
            if (!machine.Levels.IsFolded(level))
            {
                ulong[] bases = [.. picture.Tables
                    .Where(table => table.Level == level)
                    .Select(static table => table.Base)];
                Array.Sort(bases);
                levels.Add(new(bases, pageSize << machine.Levels.Reach(level), above));
                above = (int)level + 2;
            }
        }
    }

    /// <summary>
    /// The runs from VMALLOC_START to VMALLOC_END in address order, cut at both, and what
    /// translations lie below or above them.
    /// </summary>
    public static List<PageTableRange> Of(Machine machine, Picture picture)
    {
        ArgumentNullException.ThrowIfNull(machine);
        ArgumentNullException.ThrowIfNull(picture);
        PageTableWalk walk = new(machine, picture);
        List<PageTableRange> ranges = [];
        ulong end = machine.RangeEnd;
        List<TranslationEntry> pages = picture.Translations;
        if (pages.Count > 0 && pages[0].Address < machine.Start)
        {
            walk.Append(ranges, pages[0].Address, machine.Start);
        }

        walk.Append(ranges, machine.Start, end);
        if (pages.Count > 0 && pages[^1].Address >= end)
        {
            walk.Append(ranges, end, pages[^1].Address + machine.PageSize);
        }

        return ranges;
    }

    void Append(List<PageTableRange> ranges, ulong from, ulong end)
    {
        int first = ranges.Count;
        for (ulong at = from; at < end;)
        {
            PageTableRange range = At(at, end);
            at = range.End;
            if (ranges.Count > first && ranges[^1].Level == range.Level
                && ranges[^1].Bits == range.Bits)
            {
                ranges[^1] = ranges[^1] with { End = range.End };
            }
            else
            {
                ranges.Add(range);
            }
        }
    }

    PageTableRange At(ulong at, ulong end)
    {
        while (next < translations.Count && translations[next].Address < at)
        {
            next++;
        }

        ulong stop = end;
        if (next < translations.Count)
        {
            TranslationEntry entry = translations[next];
            if (entry.Address == at)
            {
                return new PageTableRange(at, at + pageSize, 4, entry.Prot.Bits);
            }

            stop = Math.Min(stop, entry.Address);
        }

        foreach (Level level in levels)
        {
            ulong entryBase = at & ~(level.Span - 1);
            int index = Array.BinarySearch(level.Bases, entryBase);
            if (index < 0)
            {
                ulong table = ~index < level.Bases.Length ? level.Bases[~index] : end;
                return new PageTableRange(at, Math.Min(stop, table), level.Above, 0);
            }

            ulong entryEnd = unchecked(entryBase + level.Span);
            stop = entryEnd > at ? Math.Min(stop, entryEnd) : stop;
        }

        return new PageTableRange(at, stop, 4, 0);
    }

    /// <summary>The tables of a level.</summary>
    /// <param name="Bases">First address of each, sorted.</param>
    /// <param name="Span">Bytes that one covers.</param>
    /// <param name="Above">The level whose entries lead to them: 1 is the pgd.</param>
    sealed record Level(ulong[] Bases, ulong Span, int Above);
}
