// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V23
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V23",
        Title = "the first page is mapped in place of the last",
        Source = "classic mistake",
        Story = "The list that is mapped wraps round: its last entry is the first page again. One "
            + "page of the block shows at two addresses and one at none.",
        Plant =
        [
            new(
                "VmallocAreaNodeInner",
                """
                if (MapVmArea(area, prot, area.Pages.AsSpan(0, (int)nrPages), gfp, out _) != 0)
                """,
                """
                int[] mapped = [.. area.Pages.AsSpan(0, (int)nrPages - 1), area.Pages[0]];
                if (MapVmArea(area, prot, mapped, gfp, out _) != 0)
                """),
        ],
        Breaks = [FrameLaws.OwnedFramesAreMappedOnce],
        Shortest = 1,
    };
}
