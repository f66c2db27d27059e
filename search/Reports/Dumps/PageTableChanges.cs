// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Search;

/// <summary>Translations and page tables that are otherwise, neighbours joined.</summary>
/// <param name="tables">Which levels of tables there are.</param>
sealed class PageTableChanges(DumpedCounters tables)
{
    readonly List<Stretch> stretches = [];
    readonly Dictionary<DumpChangeKind, Stretch> last = [];

    public IEnumerable<DumpChange> All => stretches.Select(static one => one.Change);

    /// <summary>The two say of the same addresses; called in ascending order.</summary>
    public void Add(Piece old, Piece now)
    {
        if (old.IsPresent != now.IsPresent)
        {
            Extend(now.IsPresent ? DumpChangeKind.Mapped : DumpChangeKind.Unmapped, old, now);
        }
        else if (old.IsPresent)
        {
            if (old.Bits != now.Bits)
            {
                Extend(DumpChangeKind.BitsChanged, old, now);
            }

            if (old.Frame >= 0 && now.Frame >= 0 && old.Frame != now.Frame)
            {
                Extend(DumpChangeKind.Remapped, old, now);
            }
        }

        if (old.Level != now.Level && old.Level != 0 && now.Level != 0)
        {
            Extend(
                now.Level > old.Level ? DumpChangeKind.TablesAdded : DumpChangeKind.TablesGone,
                old, now);
        }
    }

    void Extend(DumpChangeKind kind, Piece old, Piece now)
    {
        if (!last.TryGetValue(kind, out Stretch? stretch) || !stretch.Extend(old, now))
        {
            stretch = new Stretch(kind, old, now, tables);
            stretches.Add(stretch);
            last[kind] = stretch;
        }
    }
}
