// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class B11
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "B11",
        Title = "the cache is flushed at the purge",
        Source = "b29acbdcf87, 2.6.28-rc7",
        Story = "Lazy freeing put off the flush of the data cache together with that of the TLB. "
            + "On machines whose caches know virtual addresses, dirty lines of a freed range were "
            + "written back after its page had found a new owner.",
        Plant =
        [
            new(
                "FreeUnmapVmapArea",
                "step.Add(EventKind.CacheFlushUnmap, va.VaStart, va.VaEnd);",
                ""),
            new(
                "PurgeVmapAreaLazyInner",
                "nr = SignedInt(nr + PagesOf(va));",
                """
                nr = SignedInt(nr + PagesOf(va));
                step.Add(EventKind.CacheFlushUnmap, va.VaStart, va.VaEnd);
                """),
        ],
        Steps = ["lazy-cache.1"],
        Breaks = [CacheLaws.CachesAreFlushedBeforeUnmapping],
        Shortest = 2,
    };
}
