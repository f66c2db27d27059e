// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V17
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V17",
        Title = "each free flushes the TLB",
        Source = "classic mistake",
        Story = "The range is flushed when it is freed and again at the purge. Every CPU is "
            + "interrupted for every vfree, which lazy freeing was made to avoid.",
        Plant =
        [
            new(
                "FreeVmapAreaNoflush",
                "va.Flags |= VmapArea.LazyFree;",
                """
                va.Flags |= VmapArea.LazyFree;
                FlushTlbKernelRange(va.VaStart, va.VaEnd);
                """),
        ],
        Steps = ["lazy.2"],
        Breaks = [PurgeLaws.NoFlushOutsideAPurge],
        Shortest = 2,
    };
}
