// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V01
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V01",
        Title = "a size is rounded down to pages",
        Source = "classic mistake",
        Story = "Behind the gate the size is rounded down to whole pages in place of up. A "
            + "request that is not a whole number of pages gets a page less than it needs, and "
            + "the guard page where its last bytes should be.",
        Plant =
        [
            new(
                "VmallocNodeInner",
                "size, align, VmFlags.Alloc,",
                "Math.Max(realSize & ~pageMask, pageSize), align, VmFlags.Alloc,"),
        ],
        Steps = ["node.1"],
        Breaks = [AreaLaws.BlocksHoldWhatWasAsked],
        Shortest = 1,
    };
}
