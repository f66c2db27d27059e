// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Model;

/// <summary>One page of a table: of entries (pte), or of tables below it (pud, pmd).</summary>
sealed class PageTable(TableLevel level, int size)
{
    public TableLevel Level => level;

    /// <summary>The first address it covers.</summary>
    public ulong Base { get; set; }

    public int Id { get; set; }

    /// <summary>Tables below; empty at the lowest level.</summary>
    public PageTable?[] Below { get; } = level == TableLevel.Pte ? [] : new PageTable?[size];

    /// <summary>Hardware entries, 0 for none; empty above the lowest level.</summary>
    public ulong[] Entries { get; } = level == TableLevel.Pte ? new ulong[size] : [];

    /// <summary>Entries that are not 0.</summary>
    public int Present { get; set; }

    /// <summary>No index below was ever in use.</summary>
    public int Lowest { get; private set; } = int.MaxValue;

    /// <summary>No index above was ever in use.</summary>
    public int Highest { get; private set; } = -1;

    /// <summary>Indices first to last come into use.</summary>
    public void Use(int first, int last)
    {
        Lowest = Math.Min(Lowest, first);
        Highest = Math.Max(Highest, last);
    }

    public void Clear()
    {
        if (Highest >= Lowest)
        {
            Array used = level == TableLevel.Pte ? Entries : Below;
            Array.Clear(used, Lowest, Highest - Lowest + 1);
        }

        Present = 0;
        (Lowest, Highest) = (int.MaxValue, -1);
    }
}

/// <summary>
/// <c>init_mm</c>'s levels of tables, and the arithmetic of their indices. Tables are never given
/// back before the next boot. A level that is folded has tables of one entry, which nobody sees.
/// </summary>
sealed class PageTables
{
    readonly Pool[] pools = new Pool[3];

    /// <summary>Bytes, as a power of two, that an entry of each level covers.</summary>
    public int PgdShift { get; private set; }

    public int PudShift { get; private set; }

    public int PmdShift { get; private set; }

    public int PteShift { get; private set; }

    public PageTable?[] Pgd { get; private set; } = [];

    /// <summary>Tables of each level; none of a level that is folded.</summary>
    public (int Pud, int Pmd, int Pte) Count => (pools[0].Seen, pools[1].Seen, pools[2].Seen);

    public void Reset(Machine machine, bool isSame)
    {
        if (isSame)
        {
            for (int i = 0; i < pools.Length; i++)
            {
                pools[i].Reset();
            }

            Array.Clear(Pgd);
            return;
        }

        TableShape shape = machine.Levels;
        PteShift = machine.PageShift;
        PmdShift = PteShift + shape.Pte;
        PudShift = PmdShift + shape.Pmd;
        PgdShift = PudShift + shape.Pud;
        Pgd = new PageTable?[1 << shape.Pgd];
        pools[0] = new Pool(TableLevel.Pud, 1 << shape.Pud);
        pools[1] = new Pool(TableLevel.Pmd, 1 << shape.Pmd);
        pools[2] = new Pool(TableLevel.Pte, 1 << shape.Pte);
    }

    /// <summary>An empty table of a level that will cover addr.</summary>
    public PageTable Take(TableLevel level, ulong addr)
    {
        int shift = level switch
        {
            TableLevel.Pud => PgdShift,
            TableLevel.Pmd => PudShift,
            _ => PmdShift,
        };
        int id = pools[0].Used + pools[1].Used + pools[2].Used;
        PageTable table = pools[(int)level].Take();
        table.Id = id;
        table.Base = shift >= 64 ? 0 : addr >> shift << shift;
        return table;
    }

    /// <summary>
    /// The entry of a level that addr falls into: the index modulo the table's size.
    /// </summary>
    public static int Index(ulong addr, int shift, int size) =>
        unchecked((int)(uint)(addr >> shift)) & (size - 1);

    /// <summary>The entry for exactly this address; 0 when there is none.</summary>
    public ulong Lookup(ulong addr)
    {
        PageTable? pud = Pgd[Index(addr, PgdShift, Pgd.Length)];
        PageTable? pmd = pud?.Below[Index(addr, PudShift, pud.Below.Length)];
        PageTable? pte = pmd?.Below[Index(addr, PmdShift, pmd.Below.Length)];
        return pte is not null && pte.Base == addr >> PmdShift << PmdShift
            ? pte.Entries[Index(addr, PteShift, pte.Entries.Length)]
            : 0;
    }

    struct Pool(TableLevel level, int size)
    {
        PageTable[] made = [];

        public int Used { get; private set; }

        public readonly int Seen => size > 1 ? Used : 0;

        public PageTable Take()
        {
            if (Used == made.Length)
            {
                Array.Resize(ref made, Math.Max(4, made.Length * 2));
            }

            return made[Used++] ??= new PageTable(level, size);
        }

        public void Reset()
        {
            for (int i = 0; i < Used; i++)
            {
                made[i].Clear();
            }

            Used = 0;
        }
    }
}
