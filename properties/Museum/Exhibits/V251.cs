// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V251
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V251",
        Title = "without memory vm_map_ram never returns",
        Source = "classic mistake",
        Story = "Whether a new block could be made is not looked at: the search starts over, "
            + "finds none, and asks for another, for ever.",
        Plant =
        [
            new(
                "VbAlloc",
                """
                if (addr != 0 || NewVmapBlock(gfp) is null)
                {
                    return addr;
                }
                """,
                """
                if (addr != 0)
                {
                    return addr;
                }

                NewVmapBlock(gfp);
                """),
        ],
        Steps = ["vb-alloc.4"],
        Breaks = [FailureLaws.CallsReturn],
        Shortest = 4,
    };
}
