// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V124
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V124",
        Title = "the cache is not flushed for a device",
        Source = "classic mistake",
        Story = "ioremap_page_range returns without flush_cache_vmap: a cache indexed by "
            + "virtual addresses still has what lay there before.",
        Plant = [
            new("IoremapPageRange", "step.Add(EventKind.CacheFlushMap, start, end);", ""),
        ],
        Steps = ["io-range.4"],
        Breaks = [CacheLaws.CachesAreFlushedOnceMapped],
        Shortest = 1,
    };
}
