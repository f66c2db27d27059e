// SPDX-License-Identifier: GPL-2.0-only
using System.Text;
using Verification.Spec;

namespace Verification.Search;

/// <summary>
/// What 2.6.32 prints of the range in <c>/sys/kernel/debug/kernel_page_tables</c>: its lines from
/// the marker <c>vmalloc() Area</c> to the next one, made of a picture's tables and translations.
/// </summary>
/// <remarks>
/// As in C a line ends where an entry is of another level or differs in any bit, printed or not, or
/// where the first entry behind a marker begins: holes reach from entry to entry, so that the first
/// line may begin above VMALLOC_START and the last one end above VMALLOC_END. The next marker is
/// Vmemmap where the range is that of x86-64, else <c>vmalloc() End</c> of 32-bit kernels. Sizes
/// below 1 KiB, which no x86 has, are in bytes. What lies in other regions is not known, and not
/// shown.
/// </remarks>
public sealed class Ptdump
{
    const int Inside = 1;
    const ulong Start64 = 0xffff_c900_0000_0000;
    const ulong End64 = 0xffff_e8ff_ffff_ffff;
    const ulong VmemmapStart = 0xffff_ea00_0000_0000;

    readonly Machine machine;
    readonly List<Level> levels = [];
    readonly Dictionary<ulong, ulong> flags = [];
    readonly (ulong Address, string Name)[] markers;
    readonly StringBuilder text = new();

    /// <summary>Markers passed: <see cref="Inside"/> behind the first.</summary>
    int passed;

    /// <summary>Where the line in the making begins, and of what level and bits it is.</summary>
    (ulong Address, int Level, ulong Bits) line;

    Ptdump(Machine machine, Picture picture)
    {
        this.machine = machine;
        markers =
        [
            (machine.Start, "vmalloc() Area"),
            machine is { Start: Start64, End: End64 } ? (VmemmapStart, "Vmemmap")
                : (machine.End, "vmalloc() End"),
        ];
        foreach (TranslationEntry entry in picture.Translations)
        {
            flags[entry.Address] = entry.Prot.Bits;
        }

        int above = 1;
        int bits = machine.Levels.Pgd;
        for (TableLevel level = 0; level <= TableLevel.Pte; level++)
        {
            if (!machine.Levels.IsFolded(level))
            {
                ulong span = machine.PageSize << machine.Levels.Reach(level);
                levels.Add(new(above, 1 << bits, span, Tables(picture, level, span)));
                above = (int)level + 2;
                bits = machine.Levels.Bits(level);
            }
        }

        levels.Add(new(above, 1 << bits, machine.PageSize, []));
    }

    /// <summary>
    /// Lines that end in LF. Empty when no entry begins in the range or behind it: one empty entry
    /// of the top level covers all of it, as on a PAE that mapped nothing yet.
    /// </summary>
    public static string Of(Machine machine, Picture picture)
    {
        ArgumentNullException.ThrowIfNull(machine);
        ArgumentNullException.ThrowIfNull(picture);
        Ptdump dump = new(machine, picture);
        Level top = dump.levels[0];
        ulong reach = (ulong)top.Entries * top.Span;
        ulong root = machine.Start & ~(reach - 1);
        dump.Walk(0, root);
        dump.NotePage(unchecked(root + reach) & machine.LongMask, 0, 0);
        return dump.text.ToString();
    }

    /// <summary>A table is there, shown or not, when a translation lies in it.</summary>
    static HashSet<ulong> Tables(Picture picture, TableLevel level, ulong span) =>
    [
        .. picture.Tables.Where(table => table.Level == level).Select(static table => table.Base),
        .. picture.Translations.Select(entry => entry.Address & ~(span - 1)),
    ];

    void Walk(int depth, ulong address)
    {
        Level level = levels[depth];
        for (int i = 0; i < level.Entries; i++)
        {
            if (level.Below.Contains(address))
            {
                Walk(depth + 1, address);
            }
            else
            {
                NotePage(address, level.Number, flags.GetValueOrDefault(address));
            }

            address = unchecked(address + level.Span);
        }
    }

    /// <summary><c>note_page</c>, of an entry that begins there.</summary>
    void NotePage(ulong address, int level, ulong bits)
    {
        bool isReached = passed < markers.Length && address >= markers[passed].Address;
        if ((level, bits) == (line.Level, line.Bits) && !isReached)
        {
            return;
        }

        if (passed == Inside)
        {
            AppendLine(address);
        }

        if (isReached)
        {
            text.Append("---[ ").Append(markers[passed++].Name).Append(" ]---\n");
        }

        line = (address, level, bits);
    }

    void AppendLine(ulong end) => text
        .Append(Hex(line.Address)).Append('-').Append(Hex(end)).Append("   ")
        .Append(SizeText.Of(unchecked(end - line.Address) & machine.LongMask).PadLeft(10))
        .Append(' ').Append(PteColumns.Of(PteColumns.Shown(line.Bits), line.Level))
        .Append(PteColumns.Levels[line.Level]).Append('\n');

    string Hex(ulong address) =>
        $"0x{address.ToString("x").PadLeft(machine.PointerDigits, '0')}";

    /// <summary>The entries of the tables of a level.</summary>
    /// <param name="Number">1 to 4 is pgd to pte.</param>
    /// <param name="Entries">How many a table has.</param>
    /// <param name="Span">Bytes that one covers.</param>
    /// <param name="Below">Where one leads to a table; empty for the lowest level.</param>
    sealed record Level(int Number, int Entries, ulong Span, HashSet<ulong> Below);
}
