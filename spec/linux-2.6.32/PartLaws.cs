// SPDX-License-Identifier: GPL-2.0-only
using static Verification.Spec.Laws;

namespace Verification.Spec;

/// <summary>What a caller of <c>vm_map_ram</c> is given, and what is left when he gives it back.
/// </summary>
public static class PartLaws
{
    public static Law<Step> FewPagesAreAPartOfABlock { get; } = Always<Step>(
        "up to VMAP_MAX_ALLOC pages are a part of a block of this CPU, rounded up; more an area",
        from: "vm_map_ram",
        steps: ["vb-alloc.1", "map-ram.1", "map-ram.2"],
        about: [CommandKind.VmMapRam],
        among: Among.OtherCalls,
        holds: static (ledger, step) => step.Call.PageCount <= ledger.Machine.VmapMaxAlloc
            ? IsItsPart(ledger, step) : IsItsArea(ledger, step));

    /// <summary>Nodes of the tree, which all blocks share, come from anywhere.</summary>
    public static Law<Step> RamIsKeptOnItsNode { get; } = Always<Step>(
        "a per-CPU block is asked for on its CPU's node, a larger area on the node of the call",
        from: "new_vmap_block",
        steps: ["new-block.1", "map-ram.2"],
        about: [CommandKind.VmMapRam],
        upon: Upon.Allocations,
        when: static (ledger, _) => ledger.CallNode >= 0,
        holds: static (ledger, _) => ledger.Tally.NodeChanges == 0) with
    {
        Needs = Observations.Events | Observations.Gfp,
    };

    /// <summary>A vm_unmap_aliases that cleared too much would let a user fault.</summary>
    public static Law<Mapped> HandedOutPagesStayMapped { get; } = Always<Mapped>(
        "no page that vm_map_ram mapped loses its translation before it is given back",
        from: "vm_unmap_aliases",
        steps: ["aliases.1"],
        among: Among.EmptyPages | Among.RememberedPages,
        when: static (ledger, _) => ledger.HasBlocks,
        holds: static (ledger, page) => !ledger.IsRamInUse(page.Address));

    public static Law<Step> UnmappedRamIsGivenBack { get; } = Always<Step>(
        "vm_unmap_ram gives back the pages it was told, and what they were rounded up to",
        from: "vm_unmap_ram",
        steps: ["unmap-ram.3", "vb-free.3"],
        about: [CommandKind.VmUnmapRam],
        holds: static (ledger, step) => step.Outcome.Kind == OutcomeKind.Bug
            || (ledger.Tally.RamFreed == 1
                && !ledger.IsHandedOut(step.Call.Address)
                && !ledger.IsHandedOut(LastPage(ledger, step.Call))));

    /// <summary>
    /// B63: blocks without a free page are on no queue, and were not looked at.
    /// </summary>
    public static Law<Step> NothingStaleAfterUnmapAliases { get; } = Always<Step>(
        "after vm_unmap_aliases no page given back by vm_unmap_ram is mapped, or in a TLB",
        from: "vm_unmap_aliases",
        steps: ["aliases.1", "aliases.2"],
        about: [CommandKind.VmUnmapAliases],
        when: static (ledger, _) => ledger.DirtyPages > 0,
        holds: static (ledger, _) => ledger.StaleRam() is null) with
    {
        Blames = static ledger => ledger.StaleRam(),
    };

    public static Law<Step> CachesAreFlushedOverRam { get; } = Always<Step>(
        "flush_cache_vmap covers exactly the pages of vm_map_ram, after they were mapped",
        from: "vm_map_ram",
        steps: ["map-ram.3"],
        about: [CommandKind.VmMapRam],
        upon: [EventKind.PteSet, EventKind.CacheFlushMap],
        holds: static (ledger, _) => ledger.Tally is { CacheMapMistakes: 0, CacheDebt: 0 });

    public static Law<Step> FailedRamIsGivenBack { get; } = Always<Step>(
        "a vm_map_ram that cannot map its pages gives back what it took",
        from: "vm_map_ram",
        steps: ["map-ram.3"],
        about: [CommandKind.VmMapRam],
        among: Among.FailedCalls,
        holds: static (ledger, _) => ledger.Part.End == 0
            ? !ledger.LeavesABareArea
            : IsAllGivenBack(ledger));

    static bool IsItsPart(Ledger ledger, Step step)
    {
        ulong bytes = (ulong)VmapBlock.PartFor(step.Call.PageCount) << ledger.Machine.PageShift;
        return ledger.Part == (step.Outcome.Value, step.Outcome.Value + bytes, step.Call.Cpu)
            && (step.Outcome.Value & (bytes - 1)) == 0;
    }

    static bool IsItsArea(Ledger ledger, Step step) =>
        ledger.AreaFrom(step.Outcome.Value) is { State: AreaState.Reserved, Block: null } area
        && area.Pages == (ulong)step.Call.PageCount && area.CreatedIn == step.Index;

    /// <summary>The last page of the part that a vm_unmap_ram ends, or of the area.</summary>
    static ulong LastPage(Ledger ledger, Call call)
    {
        ulong pages = call.Count > (ulong)ledger.Machine.VmapMaxAlloc
            ? call.Count : (ulong)VmapBlock.PartFor((int)call.Count);
        return call.Address + ((pages - 1) << ledger.Machine.PageShift);
    }

    static bool IsAllGivenBack(Ledger ledger)
    {
        for (ulong page = ledger.Part.Start; page < ledger.Part.End;
            page += ledger.Machine.PageSize)
        {
            if (ledger.IsHandedOut(page))
            {
                return false;
            }
        }

        return true;
    }
}
