// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class B38
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "B38",
        Title = "a freed descriptor is put on vmlist",
        Source = "mm/vmalloc.c of 3.1, repaired in 3.2",
        Story = "To keep half-built areas out of sight, the descriptor was put on vmlist only "
            + "after its pages had been allocated, whether or not they had. A failed vmalloc left "
            + "freed memory on the list.",
        Plant =
        [
            new(
                "VmallocNodeInner",
                "KmemleakAlloc(addr, realSize, gfp);",
                """
                if (addr == 0)
                {
                    vmlist.Insert(area);
                    step.Add(EventKind.VmInsert, area.Addr, id: area.Object, bytes: area.Size);
                }

                KmemleakAlloc(addr, realSize, gfp);
                """),
        ],
        Steps = ["node.2"],
        Breaks = [FailureLaws.EventsFitTogether],
        Shortest = 1,
    };
}
