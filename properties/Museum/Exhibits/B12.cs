// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class B12
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "B12",
        Title = "the cache is flushed over nothing",
        Source = "2e4e27c7d08, 2.6.29",
        Story = "The loop of vmap_page_range moved its start along, and then the cache was "
            + "flushed from there: from the end to the end. New mappings showed what the cache "
            + "had held for those addresses before.",
        Plant =
        [
            new(
                "VmapPageRange",
                "step.Add(EventKind.CacheFlushMap, start, end);",
                "step.Add(EventKind.CacheFlushMap, end, end);"),
        ],
        Steps = ["vmap-flush.1"],
        Breaks = [CacheLaws.CachesAreFlushedOnceMapped],
        Shortest = 1,
    };
}
