// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Search;

/// <summary>What a ledger holds that it did not hold after boot. Tables do not count.</summary>
static class Leftovers
{
    /// <summary>In words; null when there is nothing.</summary>
    public static string? Of(Ledger ledger)
    {
        (long Count, string What)[] held =
        [
            (ledger.Areas.Count, "area"),
            ((long)ledger.LazyPages, "lazy page"),
            (ledger.FramesOwned, "page frame"),
            (ledger.ObjectsLive, "slab object"),
            (ledger.TranslationsPresent, "translation"),
            (ledger.Tlb.Count, "TLB entry"),
            (ledger.KmemleakObjects, "kmemleak object"),
            (ledger.VaPending, "vmap_area waiting for a grace period"),
            (ledger.KmemleakEnabled ? 0 : 1, "kmemleak that is off"),
        ];
        string text = string.Join(
            ", ", held.Where(one => one.Count != 0).Select(one => $"{one.Count} x {one.What}"));
        return text.Length == 0 ? null : text;
    }
}
