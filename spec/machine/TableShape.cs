// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Spec;

/// <summary>
/// Index bits of the four table levels, top first; 1 to 10. A pud or pmd of 0 bits is folded: the
/// hardware does not have it, and the entry above leads straight to the level below.
/// </summary>
public readonly record struct TableShape(int Pgd, int Pud, int Pmd, int Pte)
{
    /// <summary>Whether the hardware has no tables of this level.</summary>
    public bool IsFolded(TableLevel level) => Bits(level) == 0;

    /// <summary>Index bits of a level below the pgd.</summary>
    public int Bits(TableLevel level) => level switch
    {
        TableLevel.Pud => Pud,
        TableLevel.Pmd => Pmd,
        _ => Pte,
    };

    /// <summary>Index bits of a level and of all below: what a table of it covers, in pages.</summary>
    public int Reach(TableLevel level) => Pte
        + (level <= TableLevel.Pmd ? Pmd : 0) + (level == TableLevel.Pud ? Pud : 0);

    public override string ToString() => $"{Pgd}/{Pud}/{Pmd}/{Pte}";
}
