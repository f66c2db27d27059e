// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class B04b
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "B04b",
        Title = "vmalloc_user marks a block it did not get",
        Source = "made by 2b4ac44e7c7, 2.6.19",
        Story = "vmalloc_user and vmalloc_32_user looked up the area of what __vmalloc returned "
            + "without asking whether it had returned anything. Out of memory became a NULL "
            + "pointer followed.",
        Plant =
        [
            new(
                "MarkUser",
                """
                if (addr != 0 && FindVmArea(addr) is { } area)
                {
                    SetFlags(area, area.Flags | VmFlags.Usermap);
                }
                """,
                """
                VmStruct area = FindVmArea(addr)!;
                SetFlags(area, area.Flags | VmFlags.Usermap);
                """),
        ],
        Steps = ["wrappers.2"],
        Breaks = [FailureLaws.NoCallEndsInABug],
        Shortest = 1,
    };
}
