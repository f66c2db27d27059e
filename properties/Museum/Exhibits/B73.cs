// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class B73
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "B73",
        Title = "each area of a purge is flushed by itself",
        Source = "repaired in 6.12.4",
        Story = "While a purge freed the shadow memory of KASAN it flushed the TLB area by area. "
            + "With thousands of areas waiting, CPUs did nothing else for seconds. Here it is the "
            + "purge's own flush.",
        Plant =
        [
            new(
                "PurgeVmapAreaLazyInner",
                "va.Flags |= VmapArea.LazyFreeing;",
                """
                va.Flags |= VmapArea.LazyFreeing;
                FlushTlbKernelRange(va.VaStart, va.VaEnd);
                """),
            new(
                "PurgeVmapAreaLazyInner",
                """
                if (nr != 0 || forceFlush)
                {
                    FlushTlbKernelRange(start, end);
                }
                """,
                ""),
        ],
        Steps = ["purge.4"],
        Breaks = [PurgeLaws.OneFlushPerPurge],
        Shortest = 3,
    };
}
