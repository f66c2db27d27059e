// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V230
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V230",
        Title = "every range that is cleared is flushed at once",
        Source = "classic mistake",
        Story = "vunmap_page_range flushes the TLBs of all CPUs itself, as it did before there "
            + "were lazy frees: a purge of a hundred areas interrupts every CPU a hundred "
            + "times.",
        Plant =
        [
            new(
                "VunmapPageRange",
                "int i = PageTables",
                """
                ulong start = addr;
                int i = PageTables
                """),
            new(
                "VunmapPageRange",
                """
                i = (i + 1) & (pgd.Length - 1);
                addr = next;
                """,
                """
                i = (i + 1) & (pgd.Length - 1);
                addr = next;
                if (addr == end)
                {
                    FlushTlbKernelRange(start, end);
                }
                """),
        ],
        Steps = ["vunmap.4"],
        Breaks = [PurgeLaws.OneFlushPerPurge, PurgeLaws.NoFlushOutsideAPurge],
        Shortest = 2,
    };
}
