// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Targets;

/// <summary>The rules a line answers alone: size, guard arithmetic, alignment, node counts.
/// </summary>
sealed class AreaRules(Tally tally, ulong pageSize, bool tailsMayBeFreed)
{
    /// <summary>Judges one area by every rule its line gives figures for.</summary>
    public void Judge(ListedArea area)
    {
        bool wholePages = area.SizeBytes != 0 && area.SizeBytes % pageSize == 0;
        tally.Judge(
            AuditRule.SizeIsWholePages,
            area,
            wholePages ? null : $"{area.SizeBytes} bytes, pages of {pageSize}");
        if (wholePages && CountsItsPages(area))
        {
            JudgeGuard(area);
        }

        if (area.Nodes.Count > 0)
        {
            JudgeNodes(area);
        }

        JudgeRange(area);
    }

    // Device memory, vm_map_ram, sparse and percpu areas say no page count, or one of their own.
    static bool CountsItsPages(ListedArea area) =>
        area.Pages > 0
        && area.Has(AreaMarks.Vmalloc | AreaMarks.Vmap)
        && !area.Has(AreaMarks.Ioremap | AreaMarks.Sparse)
        && !area.Has(AreaMarks.VmMapRam | AreaMarks.Unpurged);

    // Compared as page counts: pages + 1 of a damaged line may not fit 64 bits.
    void JudgeGuard(ListedArea area)
    {
        ulong room = area.SizeBytes / pageSize;
        ulong pages = area.Pages!.Value;
        string figures = $"{area.SizeBytes} bytes have room for {room} pages of {pageSize}, "
            + $"and the area has {pages}";
        if (room == pages && MayGoWithoutGuard(area))
        {
            tally.Note("no guard page, as VM_NO_GUARD of KASAN shadow allows", area.Line);
        }
        else
        {
            tally.Judge(AuditRule.EndsInAGuardPage, area, room > pages ? null : figures);
        }

        if (room > pages + (pages == ulong.MaxValue ? 0UL : 1UL) && tailsMayBeFreed)
        {
            tally.Note("fewer pages than room, as vrealloc leaves a shrunk area", area.Line);
        }
        else
        {
            tally.Judge(
                AuditRule.HasAPageForAllButTheGuard,
                area,
                room <= pages || room - 1 == pages ? null : figures);
        }
    }

    // KASAN maps its shadow of modules and hot-plugged memory with VM_NO_GUARD, in the name of
    // whoever called it; no other area with a page count goes without a guard page.
    static bool MayGoWithoutGuard(ListedArea area) =>
        area.Caller is { } caller
        && (caller.Contains("kasan", StringComparison.Ordinal)
            || caller.StartsWith("execmem", StringComparison.Ordinal)
            || caller is "module_alloc" or "notifier_call_chain");

    void JudgeNodes(ListedArea area)
    {
        UInt128 sum = 0;
        foreach (NodeCount count in area.Nodes)
        {
            sum += count.Pages;
        }

        tally.Judge(
            AuditRule.NodeCountsAddUpToPages,
            area,
            sum == (area.Pages ?? 0)
                ? null
                : $"{sum} pages on {area.Nodes.Count} nodes, pages={area.Pages ?? 0}");
    }

    void JudgeRange(ListedArea area)
    {
        if (area.Addresses != AddressKind.Plain)
        {
            return;
        }

        tally.Judge(
            AuditRule.StartIsPageAligned,
            area,
            area.Start % pageSize == 0 ? null : $"{area.Range}, pages of {pageSize}");
        ulong length = unchecked(area.End - area.Start);
        tally.Judge(
            AuditRule.EndIsStartPlusSize,
            area,
            length == area.SizeBytes
                ? null
                : area.End < area.Start
                    ? $"{area.Range} ends before it starts, the size says {area.SizeBytes}"
                    : $"{area.Range} is {length} bytes long, the size says {area.SizeBytes}");
    }
}
