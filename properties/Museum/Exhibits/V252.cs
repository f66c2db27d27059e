// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V252
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V252",
        Title = "memory of vm_map_ram is given back twice",
        Source = "classic mistake",
        Story = "Nobody looks whether the pages are dirty already. The second time they count "
            + "twice: the block goes while others use the rest of it.",
        Plant =
        [
            new(
                "VbFree",
                """
                if (!vb.DirtyRegion(first, order))
                {
                    throw new KernelBug("vb_free");
                }
                """,
                "vb.DirtyRegion(first, order);"),
        ],
        Steps = ["vb-free.2"],
        Breaks = [BugLaws.ForbiddenCallsEndInABug],
        Shortest = 4,
    };
}
