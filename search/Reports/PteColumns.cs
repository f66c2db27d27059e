// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Search;

/// <summary>What <c>kernel_page_tables</c> of 2.6.32 prints of an entry's bits.</summary>
static class PteColumns
{
    const PteBits Printed = PteBits.Rw | PteBits.Us | PteBits.Pwt | PteBits.Pcd | PteBits.PsePat
        | PteBits.Glb | PteBits.Nx;

    /// <summary>The names of the levels; 1 to 4 is pgd to pte.</summary>
    public static readonly string[] Levels = ["cr3", "pgd", "pud", "pmd", "pte"];

    /// <summary>Those of an entry's bits that are printed.</summary>
    public static PteBits Shown(ulong bits) =>
        bits == 0 ? PteBits.None : PteBits.Present | ((PteBits)bits & Printed);

    /// <summary>Seven columns of 4, 3, 4, 4, 4, 4 and 3 characters; all blank for a hole.</summary>
    public static string Of(PteBits bits, int level)
    {
        if (bits == PteBits.None)
        {
            return new string(' ', 26);
        }

        string large = level == 4 ? "pat " : "PSE ";
        return Column(PteBits.Us, "USR ", "    ") + Column(PteBits.Rw, "RW ", "ro ")
            + Column(PteBits.Pwt, "PWT ", "    ") + Column(PteBits.Pcd, "PCD ", "    ")
            + Column(PteBits.PsePat, large, "    ") + Column(PteBits.Glb, "GLB ", "    ")
            + Column(PteBits.Nx, "NX ", "x  ");

        string Column(PteBits bit, string set, string clear) => (bits & bit) != 0 ? set : clear;
    }
}
