// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V223
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V223",
        Title = "what was rounded up is never given back",
        Source = "classic mistake",
        Story = "Three pages take a part of four. Given back are the three that were told: the block is "
            + "never all dirty, and stands for ever.",
        Plant =
        [
            new(
                "VbFree",
                "if (!vb.DirtyRegion(first, order))",
                """
                bool isDirty = false;
                int told = (int)(size >> machine.PageShift);
                for (int page = first; page < first + told; page++)
                {
                    isDirty |= !vb.DirtyRegion(page, 0);
                }

                if (isDirty)
                """),
            new(
                "VbFree",
                "vb.Dirty += 1 << order;",
                "vb.Dirty += told;"),
            new(
                "VbFree",
                "UnsignedLong(unchecked(addr + (pageSize << order)))",
                "end"),
            new(
                "VbFree",
                "int order = VmapBlock.OrderOf(size >> machine.PageShift);",
                ""),
        ],
        Steps = ["vb-free.3"],
        Breaks = [PartLaws.UnmappedRamIsGivenBack],
        Shortest = 3,
    };
}
