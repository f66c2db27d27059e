// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Search;

/// <summary>One character for each interval of a picture: who is there.</summary>
sealed class AddressSpaceGlyphs
{
    public const char Hole = '.';
    public const char Guard = 'g';
    public const char Lazy = '~';
    public const char Unmapped = '-';
    public const char Wrong = '!';
    public const char Twice = '#';
    public const char Freed = '*';
    public const char Device = 'd';
    public const char Stale = 'x';

    /// <summary>VM_LAZY_FREE and VM_LAZY_FREEING.</summary>
    const uint LazyFlags = 3;

    /// <summary>VM_VM_AREA: it has a vm_struct, and mostly a guard page.</summary>
    const uint DescribedFlag = 4;

    static readonly (char Glyph, string Meaning)[] meanings =
    [
        (Guard, "guard"), (Lazy, "lazily freed"), (Unmapped, "reserved, not mapped"),
        (Wrong, "mapped where nothing may be"), (Twice, "two areas"),
        (Freed, "maps a free frame"), (Device, "maps a device"),
        (Stale, "given back, still mapped"), (Hole, "hole"),
    ];

    readonly List<(ulong Start, ulong End, bool IsGuarded)> live = [];
    readonly Machine machine;

    /// <summary>Gives each live area of the pictures its letter, in address order.</summary>
    public AddressSpaceGlyphs(Machine machine, params Picture?[] pictures)
    {
        this.machine = machine;
        live.AddRange(pictures.OfType<Picture>().SelectMany(Live).Distinct().Order());
    }

    /// <summary>Live areas with their letters; letters come round again after the 26th.</summary>
    public IEnumerable<(char Letter, ulong Start, ulong DataPages, bool Wraps)> Areas =>
        live.Select((area, index) =>
            (Letter(index), area.Start,
                (unchecked(area.End - area.Start) & machine.LongMask) / machine.PageSize
                    - (area.IsGuarded ? 1UL : 0),
                area.End < area.Start));

    /// <summary>What the glyphs in a drawing mean, in a fixed order.</summary>
    public static IEnumerable<string> Meanings(string drawing) => meanings
        .Where(pair => drawing.Contains(pair.Glyph))
        .Select(static pair => $"{pair.Glyph} {pair.Meaning}");

    public char[] Of(AddressSpaceCuts cuts, Picture picture, GivenBack gone)
    {
        char[] glyphs = new char[cuts.Count];
        HashSet<int> inUse = [.. picture.Frames];
        HashSet<ulong> unguarded = GuardPage.Missing(machine, picture);
        int area = 0;
        int page = 0;
        for (int i = 0; i < glyphs.Length; i++)
        {
            ulong at = cuts.Start(i);
            while (area < picture.VmapAreas.Count && AreaEnd.Of(picture.VmapAreas[area]) <= at)
            {
                area++;
            }

            while (page < picture.Translations.Count && picture.Translations[page].Address < at)
            {
                page++;
            }

            int frame = page < picture.Translations.Count
                && picture.Translations[page].Address == at
                    ? picture.Translations[page].Frame : -1;
            glyphs[i] = Glyph(
                picture.VmapAreas, area, at, frame >= 0, unguarded);
            if (char.IsAsciiLetterUpper(glyphs[i]))
            {
                glyphs[i] = machine.IsDevice(frame) ? Device
                    : !inUse.Contains(frame) ? Freed
                    : gone.Pages.Contains(at) ? Stale : glyphs[i];
            }
        }

        return glyphs;
    }

    char Glyph(
        List<VmapEntry> areas, int index, ulong at, bool mapped, HashSet<ulong> unguarded)
    {
        if (index == areas.Count || areas[index].Start > at)
        {
            return mapped ? Wrong : Hole;
        }

        VmapEntry area = areas[index];
        if (index + 1 < areas.Count && areas[index + 1].Start <= at)
        {
            return Twice;
        }

        if ((area.Flags & LazyFlags) != 0)
        {
            return Lazy;
        }

        bool isGuarded = IsGuarded(area, unguarded);
        return isGuarded && at > AreaEnd.Of(area) - 1 - machine.PageSize
            ? (mapped ? Wrong : Guard)
            : mapped ? Letter(live.BinarySearch((area.Start, area.End, isGuarded))) : Unmapped;
    }

    IEnumerable<(ulong Start, ulong End, bool IsGuarded)> Live(Picture picture)
    {
        HashSet<ulong> unguarded = GuardPage.Missing(machine, picture);
        return
            from area in picture.VmapAreas
            where (area.Flags & LazyFlags) == 0
            select (area.Start, area.End, IsGuarded(area, unguarded));
    }

    static bool IsGuarded(VmapEntry area, HashSet<ulong> unguarded) =>
        (area.Flags & DescribedFlag) != 0 && !unguarded.Contains(area.Start);

    static char Letter(int index) => (char)('A' + (index % 26));
}
