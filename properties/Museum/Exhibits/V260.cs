// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V260
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V260",
        Title = "a page that user space cannot have is passed over",
        Source = "classic mistake",
        Story = "remap_vmalloc_range does not look at the result of vm_insert_page. The process "
            + "is told that all pages are there, and faults at the one that is not.",
        Plant =
        [
            new(
                "RemapVmallocRange",
                """
                if (ret != 0)
                {
                    return ret;
                }
                """,
                ""),
        ],
        Steps = ["remap.4"],
        Breaks = [UserLaws.RemapsAreRefusedWithoutLeave, UserLaws.UsersAreGivenTheirPages],
        Shortest = 2,
    };
}
