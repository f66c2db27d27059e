// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Spec;

public sealed partial class Ledger
{
    ulong cacheStart;
    ulong cacheEnd;

    /// <summary>
    /// Exactly the area, without the guard page that is never mapped; of vm_map_ram the pages.
    /// </summary>
    void CacheFlushMap(in Event e)
    {
        bool fits = Step.Call.Kind == CommandKind.VmMapRam
            ? AreaAt(e.Address) is { State: AreaState.Reserved } bare
                && e.Address == (bare.Block is null ? bare.Start : Part.Start)
                && e.End - e.Address == (ulong)Step.Call.PageCount << Machine.PageShift
            : AreaFrom(e.Address) is { } area && e.End == area.GuardPage(Machine.PageSize);
        Tally.CacheMaps++;
        Tally.CacheMapMistakes += fits ? 0 : 1;
        Tally.CacheDebt = 0;
    }

    void CacheFlushUnmap(in Event e) => (cacheStart, cacheEnd) = (e.Address, e.End);

    /// <summary>
    /// Whether the entry at an address may go: at a purge the free has flushed the cache, and
    /// DEBUG_PAGEALLOC clears before it.
    /// </summary>
    bool IsCacheFlushed(ulong address, Area? area) => Step.Call.Kind switch
    {
        CommandKind.UnmapKernelRange => address >= cacheStart && address < cacheEnd,
        CommandKind.UnmapKernelRangeNoflush => true,
        _ => area is { State: AreaState.Lazy } || Machine.DebugPagealloc
            || (address >= cacheStart && address < cacheEnd)
            || (area?.Block is not null && IsDirty(address)),
    };
}
