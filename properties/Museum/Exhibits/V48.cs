// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V48
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V48",
        Title = "the cache is flushed before the address is checked",
        Source = "classic mistake",
        Story = "The cache is flushed over a page at the address before anyone has looked what is "
            + "there. For a bad address that page may be anybody's.",
        Plant =
        [
            new(
                "VunmapInner",
                "if ((addr & pageMask) != 0)",
                """
                step.Add(EventKind.CacheFlushUnmap, addr, unchecked(addr + pageSize));
                if ((addr & pageMask) != 0)
                """),
        ],
        Steps = ["vunmap-inner.2"],
        Breaks = [FailureLaws.IllegalCallsChangeNothing],
        Shortest = 1,
    };
}
