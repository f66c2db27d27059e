// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Search;

/// <summary>
/// How much a ledger holds, of everything that a call has to give back. Tables do not count: no
/// kernel frees them; nor do nodes for the tree of blocks, of which each CPU keeps a few.
/// </summary>
public sealed class Holdings
{
    /// <summary>A tree may keep it for later, but not more of it each time.</summary>
    const string Kept = "other object";

    static readonly string[] words =
    [
        "area", "lazy page", "page frame", "slab object", "translation", "TLB entry",
        "kmemleak object", "vmap_area waiting for a grace period", "kmemleak that is off", Kept,
    ];

    /// <summary>What is held right after boot.</summary>
    public static readonly Holdings None = new(new long[words.Length]);

    readonly long[] counts;

    Holdings(long[] counts) => this.counts = counts;

    public static Holdings Of(Ledger ledger) => new(
    [
        ledger.Areas.Count,
        (long)ledger.LazyPages,
        ledger.FramesOwned,
        ledger.ObjectsLive - ledger.OtherObjectsLive - ledger.RadixNodesLive,
        ledger.TranslationsPresent,
        ledger.Tlb.Count,
        ledger.KmemleakObjects,
        ledger.VaPending,
        ledger.KmemleakEnabled ? 0 : 1,
        ledger.OtherObjectsLive,
    ]);

    /// <summary>
    /// What is held beyond what others are: <c>1 x page frame</c>; null when there is nothing.
    /// What a tree keeps for later is left out: no call has to give it back.
    /// </summary>
    public string? Beyond(Holdings others) =>
        Text(i => words[i] == Kept ? 0 : counts[i] - others.counts[i]);

    /// <summary>
    /// What was added every time, the least of it: <c>1 x page frame</c>; null when nothing was, or
    /// there are fewer than two.
    /// </summary>
    public static string? Growth(IReadOnlyList<Holdings> rounds) => Text(i => rounds
        .Zip(rounds.Skip(1), (one, next) => next.counts[i] - one.counts[i])
        .DefaultIfEmpty().Min());

    static string? Text(Func<int, long> more)
    {
        string text = string.Join(", ", words
            .Select((what, i) => (More: more(i), What: what))
            .Where(static one => one.More > 0)
            .Select(static one => $"{one.More} x {one.What}"));
        return text.Length == 0 ? null : text;
    }
}
