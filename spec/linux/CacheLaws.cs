// SPDX-License-Identifier: GPL-2.0-only
using static Verification.Spec.Laws;

namespace Verification.Spec;

/// <summary>
/// Data caches that know virtual addresses: flushed over the right range, in time.
/// </summary>
public static class CacheLaws
{
    /// <summary>
    /// B12: a loop had moved the start. map_kernel_range_noflush leaves it to its caller.
    /// </summary>
    public static Law<Step> CachesAreFlushedOnceMapped { get; } = Always<Step>(
        "flush_cache_vmap covers the data pages of an area and no others, after they were mapped",
        from: "vmap_page_range",
        steps: ["vmap-flush.1"],
        about:
        [
            .. Kinds.Blocks, CommandKind.Vmap, CommandKind.MapVmArea,
            CommandKind.MapKernelRangeNoflush, CommandKind.Ioremap,
        ],
        upon: [EventKind.PteSet, EventKind.CacheFlushMap],
        holds: static (ledger, step) => step.Call.Kind == CommandKind.MapKernelRangeNoflush
            ? ledger.Tally.CacheMaps == 0
            : ledger.Tally is { CacheMapMistakes: 0, CacheDebt: 0 });

    /// <summary>
    /// B11: flushed at the purge, dirty lines overwrite the next owner of the page.
    /// </summary>
    public static Law<Step> CachesAreFlushedBeforeUnmapping { get; } = Always<Step>(
        "flush_cache_vunmap covers a range before its entries are cleared, and when it is freed",
        from: "free_unmap_vmap_area",
        steps: ["lazy-cache.1", "kernel-range.2", "vb-free.1"],
        upon: [EventKind.AreaLazy, EventKind.PteClear, EventKind.VbGive],
        holds: static (ledger, _) => ledger.Tally.CacheUnmapMistakes == 0);
}
