// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V68
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V68",
        Title = "the debug option forgets the flush",
        Source = "classic mistake",
        Story = "With DEBUG_PAGEALLOC a freed range is unmapped at once, but not flushed. The "
            + "access that the option is there to catch goes through the TLB unnoticed.",
        Plant = [new("VmapDebugFreeRange", "FlushTlbKernelRange(start, end);", "")],
        Steps = ["debug-free.1"],
        Breaks = [PurgeLaws.NoFlushOutsideAPurge],
        Shortest = 2,
    };
}
