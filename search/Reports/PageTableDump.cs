// SPDX-License-Identifier: GPL-2.0-only
using System.Text;
using Verification.Spec;

namespace Verification.Search;

/// <summary>
/// A picture as text: the page tables in the layout of <c>kernel_page_tables</c> of 2.6.32, then
/// areas, kmemleak objects, stale TLB entries and counters. Addresses are relative to VMALLOC_START
/// and frames are numbered by first use: an unrelated change gives no difference.
/// </summary>
public static class PageTableDump
{
    const ulong Rw = 1 << 1;
    const ulong Us = 1 << 2;
    const ulong Pwt = 1 << 3;
    const ulong Pcd = 1 << 4;
    const ulong PsePat = 1 << 7;
    const ulong Glb = 1 << 8;
    const ulong Nx = 1UL << 63;

    static readonly string[] levels = ["cr3", "pgd", "pud", "pmd", "pte"];

    /// <summary>The whole dump; lines end in LF, the last one too.</summary>
    public static string Of(Machine machine, Picture picture) => Of(machine, picture, new());

    /// <summary>Like the other, with frame numbers shared among several dumps.</summary>
    public static string Of(Machine machine, Picture picture, FrameNames frames)
    {
        ArgumentNullException.ThrowIfNull(machine);
        ArgumentNullException.ThrowIfNull(picture);
        StringBuilder text = new(Translations(machine, picture));
        AreaLines.Append(text, machine, picture, frames);
        StateLines.AppendTlb(text, machine, picture, frames);
        StateLines.AppendKmemleak(text, machine, picture);
        StateLines.AppendCounters(text, picture);
        return text.ToString();
    }

    /// <summary>The page tables alone, one run of equal entries a line.</summary>
    public static string Translations(Machine machine, Picture picture)
    {
        AddressText addresses = new(machine);
        StringBuilder text = new();
        ulong end = PageTableWalk.EndOf(machine);
        bool outside = picture.Translations.Count > 0
            && picture.Translations[0].Address < machine.Start;
        if (outside)
        {
            text.Append("---[ below VMALLOC_START ]---\n");
        }

        foreach (PageTableRange range in PageTableWalk.Of(machine, picture))
        {
            if (range.Start == machine.Start)
            {
                text.Append("---[ vmalloc() Area ]---\n");
            }
            else if (range.Start == end)
            {
                text.Append("---[ above VMALLOC_END ]---\n");
            }

            text.Append(addresses.Range(range.Start, range.End)).Append("   ")
                .Append(SizeText.Of(range.End - range.Start).PadLeft(10)).Append(' ')
                .Append(Columns(range)).Append(levels[range.Level]).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>Seven columns of 4, 3, 4, 4, 4, 4 and 3 characters; all blank for a hole.</summary>
    static string Columns(PageTableRange range)
    {
        ulong bits = range.Bits;
        if (bits == 0)
        {
            return new string(' ', 26);
        }

        string large = range.Level == 4 ? "pat " : "PSE ";
        return ((bits & Us) != 0 ? "USR " : "    ")
            + ((bits & Rw) != 0 ? "RW " : "ro ")
            + ((bits & Pwt) != 0 ? "PWT " : "    ")
            + ((bits & Pcd) != 0 ? "PCD " : "    ")
            + ((bits & PsePat) != 0 ? large : "    ")
            + ((bits & Glb) != 0 ? "GLB " : "    ")
            + ((bits & Nx) != 0 ? "NX " : "x  ");
    }
}
