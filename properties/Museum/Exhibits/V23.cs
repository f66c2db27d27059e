// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V23
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V23",
        Title = "the last page but one is mapped twice",
        Source = "classic mistake",
        Story = "The list that is mapped ends in the page before the last, once more. That page "
            + "shows at two addresses of its block, and the last one at none.",
        Plant =
        [
            new(
                "VmallocAreaNodeInner",
                """
                if (MapVmArea(area, prot, area.Pages.AsSpan(0, (int)nrPages), gfp, out _) != 0)
                """,
                """
                int[] mapped = [.. area.Pages.AsSpan(0, (int)nrPages)];
                mapped[^1] = mapped[^Math.Min(2, mapped.Length)];
                if (MapVmArea(area, prot, mapped, gfp, out _) != 0)
                """),
        ],
        Steps = ["area-node.7"],
        Breaks = [FrameLaws.OwnedFramesAreMappedOnce],
        Shortest = 1,
    };
}
