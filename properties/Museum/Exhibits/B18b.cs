// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class B18b
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "B18b",
        Title = "the cache is flushed when nothing is mapped any more",
        Source = "85ae87c1ad8, 2.6.31",
        Story = "Per-CPU chunks were unmapped before the cache was flushed over them. The flush "
            + "comes too late: without a translation the dirty lines cannot be written back.",
        Plant =
        [
            new(
                "UnmapKernelRange",
                """
                step.Add(EventKind.CacheFlushUnmap, addr, end);
                VunmapPageRange(addr, end);
                """,
                """
                VunmapPageRange(addr, end);
                step.Add(EventKind.CacheFlushUnmap, addr, end);
                """),
        ],
        Steps = ["kernel-range.2"],
        Breaks = [CacheLaws.CachesAreFlushedBeforeUnmapping],
        Shortest = 4,
        Rare = "a range has to be reserved, mapped with a page that is to be had, and unmapped "
            + "where it is mapped",
    };
}
