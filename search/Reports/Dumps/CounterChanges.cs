// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Search;

/// <summary>Figures that are otherwise.</summary>
static class CounterChanges
{
    /// <param name="old">Before.</param>
    /// <param name="now">After.</param>
    /// <param name="isMappedOtherwise">
    /// A change of translations is told already: how many frames are mapped follows from it.
    /// </param>
    public static IEnumerable<DumpChange> Of(
        DumpedCounters old, DumpedCounters now, bool isMappedOtherwise)
    {
        int mapped = isMappedOtherwise ? old.Mapped : now.Mapped;
        (string Subject, (long Was, long Is, string Unit)[] Parts)[] lines =
        [
            ("vmap_lazy_nr", [(old.LazyPages, now.LazyPages, "")]),
            ("page tables",
            [
                (old.Pud ?? 0, now.Pud ?? 0, " pud"), (old.Pmd ?? 0, now.Pmd ?? 0, " pmd"),
                (old.Pte, now.Pte, " pte"),
            ]),
            ("frames", [(old.InUse, now.InUse, " in use"), (old.Mapped, mapped, " mapped")]),
            ("slab",
            [
                (old.VmStructs, now.VmStructs, " vm_struct"),
                (old.VmapAreas, now.VmapAreas, " vmap_area"),
                (old.PagesArrays, now.PagesArrays, " array"),
            ]),
            ("slab",
            [
                .. old.Rare.Zip(now.Rare, DumpedCounters.RareObjects).Select(
                    static one => ((long)one.First, (long)one.Second, $" {one.Third}")),
            ]),
            ("rcu callbacks", [(old.RcuPending, now.RcuPending, "")]),
        ];
        return
            from line in lines
            let parts = line.Parts.Where(static part => part.Was != part.Is)
                .Select(static part => $"{part.Was} -> {part.Is}{part.Unit}")
            where parts.Any()
            select DumpChange.Of(
                DumpChangeKind.Counter, line.Subject, string.Join(", ", parts));
    }
}
