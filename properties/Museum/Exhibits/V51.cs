// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V51
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V51",
        Title = "pages go back before their area is unlinked",
        Source = "classic mistake",
        Story = "vfree gives the pages back first and takes the area off vmlist afterwards. A "
            + "reader of vmlist looks into pages that belong to somebody else.",
        Plant =
        [
            new(
                "VunmapInner",
                "VmStruct? area = RemoveVmArea(addr);",
                """
                if (deallocatePages && FindVmArea(addr) is { } block)
                {
                    FreePages(block);
                }

                VmStruct? area = RemoveVmArea(addr);
                """),
            new(
                "VunmapInner",
                """
                FreePages(area);
                if ((area.Flags
                """,
                "if ((area.Flags"),
        ],
        Steps = ["vunmap-inner.4"],
        Breaks = [FreeLaws.PagesOutliveTheirArea],
        Shortest = 2,
    };
}
