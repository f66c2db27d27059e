// SPDX-License-Identifier: GPL-2.0-only
using static Verification.Spec.Laws;

namespace Verification.Spec;

/// <summary>
/// Groups of areas for percpu memory: each CPU finds its own at the same distance, so that the
/// group is one thing from its reservation to its end.
/// </summary>
public static class PercpuLaws
{
    public static Law<Step> PercpuAreasKeepTheirDistances { get; } = Always<Step>(
        "the areas of a percpu group lie as far apart as asked, as many as asked",
        from: "pcpu_get_vm_areas",
        steps: ["pcpu.6"],
        about: [CommandKind.PcpuGetVmAreas],
        among: Among.MadeCalls,
        holds: static (ledger, step) => KeepDistances(ledger.Result!, step.Call));

    /// <summary>The size asked for is that of the descriptor: there is no guard page.</summary>
    public static Law<Area> PercpuAreasAreAsLargeAsAsked { get; } = Always<Area>(
        "an area of a percpu group is as large as asked, without a guard page, and VM_ALLOC",
        from: "pcpu_get_vm_areas",
        steps: ["pcpu.7"],
        among: Among.LiveRanges,
        when: static (_, area) => area.Product == Product.Percpu,
        holds: static (_, area) => area.End - area.Start == area.Asked.Size
            && area.VmSize == area.Asked.Size && area.Flags == VmFlags.Alloc) with
    {
        Binds = HasGroups,
    };

    public static Law<Area> PercpuAreasAreAligned { get; } = Always<Area>(
        "every area of a percpu group begins at the alignment asked for",
        from: "pcpu_get_vm_areas",
        steps: ["pcpu.5", "pvm.2"],
        among: Among.LiveRanges,
        when: static (_, area) => area.Product == Product.Percpu,
        holds: static (_, area) => (area.Start & (area.Asked.Align - 1)) == 0) with
    {
        Binds = HasGroups,
    };

    /// <summary>The array of ranges is needed for a while only.</summary>
    public static Law<Step> PercpuGroupsKeepOneArray { get; } = Always<Step>(
        "of the arrays that a percpu group is made with, only the one returned stays",
        from: "pcpu_get_vm_areas",
        steps: ["pcpu.2", "pcpu.8"],
        about: [CommandKind.PcpuGetVmAreas],
        among: Among.MadeCalls,
        holds: static (ledger, _) => ledger.Tally.PercpuArraysKept == 1) with
    {
        Needs = Observations.Events | Observations.Objects,
    };

    public static Law<Step> PercpuGroupsEndTogether { get; } = Always<Step>(
        "pcpu_free_vm_areas ends every area of its group",
        from: "pcpu_free_vm_areas",
        steps: ["pcpu-free.1"],
        about: [CommandKind.PcpuFreeVmAreas],
        among: Among.LegalCalls,
        holds: static (ledger, _) => IsOver(ledger.Subject));

    /// <summary>No group of this kind can ever be had: its caller made a mistake.</summary>
    public static Law<Step> PercpuGroupsBeyondTheRangeAreWarnedOf { get; } = Always<Step>(
        "a percpu group that reaches further than the whole range is refused with a warning only",
        from: "pcpu_get_vm_areas",
        steps: ["pcpu.1"],
        about: [CommandKind.PcpuGetVmAreas],
        when: static (ledger, step) => IsTooLarge(ledger, step.Call),
        holds: static (ledger, step) => step.Outcome.IsNull && step.EventCount == 1
            && ledger.Tally.Warnings == 1);

    /// <summary>Whether the group reaches further than the aligned part of the range.</summary>
    public static bool IsTooLarge(Ledger ledger, Call call)
    {
        if (call.Kind != CommandKind.PcpuGetVmAreas)
        {
            return false;
        }

        Machine machine = ledger.Machine;
        ulong mask = ~(call.Align - 1);
        ulong start = unchecked(machine.Start + call.Align - 1) & machine.LongMask & mask;
        ulong end = machine.End & mask;
        return start < machine.Start || end <= start
            || end - start < call.Areas[PercpuArea.Last(call.Areas)].End;
    }

    static bool KeepDistances(Area first, Call call)
    {
        Area? area = first;
        ulong origin = unchecked(first.Start - call.Areas[0].Offset);
        foreach (PercpuArea asked in call.Areas)
        {
            if (area is null || unchecked(area.Start - origin) != asked.Offset)
            {
                return false;
            }

            area = area.NextOfGroup;
        }

        return area is null;
    }

    static bool IsOver(Area? first)
    {
        Area? area = first;
        while (area is { State: AreaState.Lazy or AreaState.Gone })
        {
            area = area.NextOfGroup;
        }

        return area is null;
    }

    static bool HasGroups(Profile profile) =>
        Signature.Of(CommandKind.PcpuGetVmAreas).IsIn(profile.Era);
}
