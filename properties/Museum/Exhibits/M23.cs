// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class M23
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "M23",
        Title = "one page stands for all",
        Source = "classic mistake",
        Story = "The page is taken once, outside the loop, and stored in every entry. All pages "
            + "of a block show the same memory, and vfree gives it back as often as it is listed.",
        Plant =
        [
            new(
                "VmallocAreaNodeInner",
                "AllocPage(DataPageGfp(gfp), node < 0 ? -1 : node)",
                "i > 0 ? area.Pages[0] : AllocPage(DataPageGfp(gfp), node < 0 ? -1 : node)"),
        ],
        Steps = ["area-node.5"],
        Breaks = [FrameLaws.OwnedFramesAreMappedOnce],
        Shortest = 1,
    };
}
