// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V53
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V53",
        Title = "the pages array of a user block is not freed",
        Source = "classic mistake",
        Story = "vfree takes the array of a block that users may map for one of theirs and leaves "
            + "it alone. Each vmalloc_user that is freed costs a slab object.",
        Plant =
        [
            new(
                "VunmapInner",
                "Kfree(area.Array);",
                """
                bool isUsers = area.Flags == (VmFlags.Alloc | VmFlags.Usermap);
                Kfree(isUsers ? null : area.Array);
                """),
        ],
        Steps = ["vunmap-inner.4"],
        Breaks = [FreeLaws.FreeGivesBackItsObjects],
        Shortest = 2,
    };
}
