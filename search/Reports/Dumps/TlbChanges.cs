// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Search;

/// <summary>
/// What TLBs remember otherwise; what becomes of many entries is told in one line.
/// </summary>
static class TlbChanges
{
    /// <summary>Entries behind so many characters are counted, not listed.</summary>
    const int Width = 30;

    public static IEnumerable<DumpChange> Of(
        IReadOnlyList<DumpedTlbEntry> before, IReadOnlyList<DumpedTlbEntry> after)
    {
        Dictionary<(int, long), DumpedTlbEntry> old = Keyed(before);
        Dictionary<(int, long), DumpedTlbEntry> now = Keyed(after);
        IEnumerable<(int Cpu, string How, string Entry)> changes =
        [
            .. before.Where(entry => !now.ContainsKey(KeyOf(entry))).Select(static entry =>
                (entry.Cpu, "forgets", Place(entry))),
            .. after.Where(entry => !old.ContainsKey(KeyOf(entry))).Select(static entry =>
                (entry.Cpu, "remembers", $"{Place(entry)} {entry.FrameText}{Marks(entry)}")),
            .. after.Where(entry => old.TryGetValue(KeyOf(entry), out DumpedTlbEntry was)
                && was != entry).Select(entry => Becomes(old[KeyOf(entry)], entry)),
        ];
        return changes.GroupBy(static one => (one.Cpu, one.How)).OrderBy(static one => one.Key.Cpu)
            .Select(static group => DumpChange.Of(
                DumpChangeKind.Tlb, $"TLB of cpu {group.Key.Cpu}",
                $"{group.Key.How} {Entries([.. group.Select(static one => one.Entry)])}"));
    }

    static Dictionary<(int, long), DumpedTlbEntry> Keyed(IEnumerable<DumpedTlbEntry> entries) =>
        entries.GroupBy(KeyOf).ToDictionary(static one => one.Key, static one => one.Last());

    static (int Cpu, long Address) KeyOf(DumpedTlbEntry entry) => (entry.Cpu, entry.Address);

    static string Place(DumpedTlbEntry entry) => AddressText.FromStart(entry.Address);

    static string Marks(DumpedTlbEntry entry) =>
        (entry.IsStale ? " stale" : "") + (entry.IsFree ? " (free frame)" : "");

    static (int Cpu, string How, string Entry) Becomes(DumpedTlbEntry was, DumpedTlbEntry now) =>
        was.Frame != now.Frame
            ? (now.Cpu, "learns", $"{Place(now)} {was.FrameText} -> {now.FrameText}{Marks(now)}")
            : (now.Cpu, "keeps", $"{Place(now)} {now.FrameText}, now {Judged(now)}");

    static string Judged(DumpedTlbEntry entry) => (entry.IsStale, entry.IsFree) switch
    {
        (true, true) => "stale and free",
        (true, false) => "stale",
        (false, true) => "free",
        _ => "right",
    };

    static string Entries(string[] entries)
    {
        int shown = 1;
        for (int width = entries[0].Length; shown < entries.Length; shown++)
        {
            width += entries[shown].Length;
            if (width > Width)
            {
                break;
            }
        }

        return string.Join(", ", entries.Take(shown))
            + (shown < entries.Length ? $" and {entries.Length - shown} more" : "");
    }
}
