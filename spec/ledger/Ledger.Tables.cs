// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Spec;

public sealed partial class Ledger
{
    internal IEnumerable<Linked> AllTables()
    {
        foreach ((TableLevel level, ulong start) in tables.Keys)
        {
            yield return new Linked(level, start);
        }
    }

    void TableAlloc(in Event e)
    {
        Judge(in e);
        if (e.Level == TableLevel.User)
        {
            return;
        }

        (TableLevel, ulong) key = (e.Level, BaseOf(e.Level, e.Address));
        tables[key] = tables.GetValueOrDefault(key) + 1;
        TablesLinked++;
        Tally.UnlockedTables++;
        lastTables[(int)e.Level] = (1, 0);
        touchedTables.Add(key);
    }
}
