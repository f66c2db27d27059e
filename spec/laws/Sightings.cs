// SPDX-License-Identifier: GPL-2.0-only
using static Verification.Spec.Laws;

namespace Verification.Spec;

/// <summary>Situations a run must have been in, or its silence proves nothing.</summary>
public static class Sightings
{
    public static Law<Step> AVmallocFailsHalfWay { get; } = Sometimes(
        "a vmalloc fails with some of its pages already allocated",
        from: "__vmalloc_area_node",
        about: Kinds.Blocks,
        among: Among.FailedCalls,
        upon: [EventKind.PageAlloc],
        seen: static (ledger, _) => ledger.Tally.PtesSet == 0);

    public static Law<Step> AMappingFailsHalfWay { get; } = Sometimes(
        "a table cannot be allocated when part of the range is mapped already",
        from: "pte_alloc_kernel",
        about: Kinds.Blocks,
        among: Among.FailedCalls,
        upon: [EventKind.TableFail],
        seen: static (ledger, _) => ledger.Tally.PtesSet > 0);

    public static Law<Step> AnArrayNests { get; } = Sometimes(
        "a pages array is itself vmalloc'ed",
        from: "__vmalloc_area_node",
        about: Kinds.Blocks,
        among: Among.MadeCalls,
        seen: static (ledger, _) => ledger.Result!.Nested is not null);

    public static Law<Step> ANestedArrayFails { get; } = Sometimes(
        "a nested pages array cannot be had, and its owner is abandoned",
        from: "__vmalloc_area_node",
        about: Kinds.Blocks,
        among: Among.FailedCalls,
        upon: [EventKind.AreaLazy],
        seen: static (ledger, _) => ledger.Tally.Abandoned > 1);

    public static Law<Step> ExhaustionPurges { get; } = Sometimes(
        "an allocation finds no hole, purges, and succeeds",
        from: "alloc_vmap_area",
        about: Kinds.Ranges,
        among: Among.MadeCalls,
        upon: [EventKind.AreaRelease],
        seen: static (_, _) => true);

    public static Law<Step> ExhaustionRefuses { get; } = Sometimes(
        "an allocation finds no hole even after a purge",
        from: "alloc_vmap_area",
        about: Kinds.Ranges,
        upon: [EventKind.NoVaSpace],
        seen: static (_, _) => true);

    public static Law<Step> TheMarkIsCrossed { get; } = Sometimes(
        "a free crosses the lazy mark and purges",
        from: "free_unmap_vmap_area_noflush",
        about: [CommandKind.Vfree],
        upon: [EventKind.AreaRelease],
        seen: static (_, _) => true);

    public static Law<Step> AnIllegalFreeIsMade { get; } = Sometimes(
        "an illegal free is made",
        from: "__vunmap",
        among: Among.IllegalCalls,
        seen: static (_, _) => true);

    public static Law<Step> ABlockIsFreedTwice { get; } = Sometimes(
        "a block is freed a second time before the purge",
        from: "__vunmap",
        among: Among.IllegalCalls,
        seen: static (ledger, _) => ledger.Subject is { State: AreaState.Lazy });

    public static Law<Step> ALeakIsReported { get; } = Sometimes(
        "a scan reports a forgotten block",
        from: "kmemleak_scan",
        about: [CommandKind.KmemleakScan],
        upon: [EventKind.KmemleakReport],
        seen: static (_, _) => true);

    public static Law<Step> AnotherCpuRemembers { get; } = Sometimes(
        "a range is freed while the TLB of another CPU holds its translations",
        from: "flush_tlb_kernel_range",
        about: [CommandKind.Vfree],
        seen: static (ledger, step) => ledger.Subject is { } freed
            && HasEntryOfAnother(ledger, step.Call.Cpu, freed));

    public static Law<Step> AHalfBuiltAreaIsPassedOver { get; } = Sometimes(
        "another task reads /proc/vmallocinfo while an area has some of its pages only",
        from: "s_show",
        upon: [EventKind.ListRead],
        seen: static (ledger, _) => ledger.Tally.HalfBuilt > 0) with
    {
        Needs = Observations.Events | Observations.Readings,
    };

    static bool HasEntryOfAnother(Ledger ledger, int cpu, Area freed)
    {
        foreach (TlbEntry entry in ledger.Tlb)
        {
            if (entry.Cpu != cpu && entry.Address >= freed.Start && entry.Address < freed.End)
            {
                return true;
            }
        }

        return false;
    }
}
