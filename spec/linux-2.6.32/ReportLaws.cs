// SPDX-License-Identifier: GPL-2.0-only
using static Verification.Spec.Laws;

namespace Verification.Spec;

/// <summary>What kmemleak, /proc/vmallocinfo and /proc/meminfo say about the areas.</summary>
public static class ReportLaws
{
    public static Law<Area> BlocksAreKnownToKmemleak { get; } = Always<Area>(
        "kmemleak knows every block, by its unrounded size and with min_count 3",
        from: "kmemleak_alloc",
        steps: ["node.3"],
        among: Among.LiveMemory,
        when: static (ledger, _) => ledger.KmemleakEnabled,
        holds: static (ledger, area) => area.KmemleakObjects == 1
            && area.KmemleakSize == area.Asked.Size
            && area.KmemleakCount == ledger.Profile.KmemleakMinCount) with
    {
        Needs = Observations.Kmemleak,
    };

    public static Law<Area> KmemleakKnowsOnlyBlocks { get; } = Always<Area>(
        "kmemleak knows no area that is not a live block",
        from: "kmemleak_free",
        steps: ["vfree.2"],
        among: Among.All & ~Among.LiveMemory,
        when: static (ledger, _) => ledger.KmemleakEnabled,
        holds: static (_, area) => area.KmemleakObjects == 0) with
    {
        Needs = Observations.Kmemleak,
    };

    public static Law<Step> KmemleakStaysOn { get; } = Always<Step>(
        "kmemleak is never handed a block it already knows, and never switched off",
        from: "kmemleak_alloc",
        steps: ["kmemleak.1"],
        upon: Upon.KmemleakChanges,
        holds: static (ledger, _) => ledger.KmemleakEnabled && ledger.KmemleakStrays == 0) with
    {
        Needs = Observations.Kmemleak,
    };

    /// <summary>
    /// A neighbour that ends where a block begins, or a range waiting for RCU, hides a leak.
    /// </summary>
    public static Law<Step> ScansReportWhatIsForgotten { get; } = Always<Step>(
        "a scan reports a block exactly when the outside reference to it is gone",
        from: "kmemleak_scan",
        steps: ["kmemleak.3"],
        about: [CommandKind.KmemleakScan],
        when: static (ledger, _) => ledger.KmemleakEnabled,
        holds: static (ledger, _) => ReportsTheForgotten(ledger)) with
    {
        Needs = Observations.Kmemleak,
    };

    public static Law<Step> VmallocinfoListsTheLiveAreas { get; } = Always<Step>(
        "/proc/vmallocinfo lists exactly the live areas, in address order",
        from: "s_show",
        steps: ["insert-vm.3", "info.1"],
        about: [CommandKind.Vmallocinfo],
        holds: static (ledger, step) => Listing.ListsTheLive(ledger, step.Text.ToString())) with
    {
        Needs = Observations.Events | Observations.Text,
    };

    public static Law<Step> UsageIsTheSumOfAreas { get; } = Always<Step>(
        "VmallocUsed is the sum of all areas, VmallocChunk the largest hole between them",
        from: "get_vmalloc_info",
        steps: ["usage.1"],
        about: [CommandKind.VmallocUsage],
        holds: static (ledger, step) => step.Outcome.Value == Used(ledger, out ulong chunk)
            && step.Outcome.Extra == chunk);

    static bool ReportsTheForgotten(Ledger ledger)
    {
        int reports = 0;
        foreach (Area area in ledger.Areas.All())
        {
            if (!area.IsLive || !area.HoldsMemory)
            {
                continue;
            }

            bool hidden = area.OutsideReference || area.Owner is not null
                || ledger.FakeReferences(area) > 0;
            bool reported = ledger.WasReported(area.Start);
            reports += reported ? 1 : 0;
            if (reported == hidden)
            {
                return false;
            }
        }

        return reports == ledger.Reported.Count;
    }

    /// <summary>Counts as the kernel does, wherever a wrong target has put its areas.</summary>
    static ulong Used(Ledger ledger, out ulong chunk)
    {
        ulong used = 0;
        Machine machine = ledger.Machine;
        ulong below = machine.Start;
        chunk = 0;
        foreach (Area area in ledger.Areas.All())
        {
            if (area.IsLive && area.Start >= machine.Start && area.Start < machine.End)
            {
                used += area.VmSize;
                chunk = Math.Max(chunk, unchecked(area.Start - below));
                below = area.End;
            }
        }

        chunk = Math.Max(chunk, unchecked(machine.End - below));
        return used;
    }
}
