// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Search;

/// <summary>What the ledger counts, as it stands after a step.</summary>
/// <param name="Live">Areas on vmlist.</param>
/// <param name="Lazy">Pages of lazily freed areas, guard pages included.</param>
/// <param name="Frames">Page frames with an owner.</param>
/// <param name="Translations">Present translations.</param>
/// <param name="Tables">Page-table pages linked.</param>
/// <param name="Objects">Live slab objects.</param>
/// <param name="Kmemleak">Objects that kmemleak holds.</param>
public readonly record struct LedgerFigures(
    int Live, ulong Lazy, int Frames, int Translations, int Tables, int Objects, int Kmemleak)
{
    /// <summary>The figures of now.</summary>
    public static LedgerFigures Of(Ledger ledger)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        return new(
            ledger.LiveAreas, ledger.LazyPages, ledger.FramesOwned, ledger.TranslationsPresent,
            ledger.TablesLinked, ledger.ObjectsLive, ledger.KmemleakObjects);
    }

    /// <summary>Each figure that differs, <c>live areas 0 -> 1</c>, in a fixed order.</summary>
    public static IEnumerable<string> Changes(LedgerFigures before, LedgerFigures after) =>
        before.All().Zip(after.All())
            .Where(static pair => pair.First != pair.Second)
            .Select(static pair =>
                $"{pair.First.Name} {pair.First.Value} -> {pair.Second.Value}");

    IEnumerable<(string Name, ulong Value)> All() =>
    [
        ("live areas", (ulong)Live),
        ("lazy pages", Lazy),
        ("owned frames", (ulong)Frames),
        ("translations", (ulong)Translations),
        ("tables", (ulong)Tables),
        ("slab objects", (ulong)Objects),
        ("kmemleak objects", (ulong)Kmemleak),
    ];
}
