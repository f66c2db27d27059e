// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class M12
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "M12",
        Title = "the guard page is counted as data",
        Source = "classic mistake",
        Story = "nr_pages is taken from the whole size of the area. A page is allocated for the "
            + "guard and never mapped, and the array is one entry longer than the range it "
            + "describes.",
        Plant =
        [
            new(
                "VmallocAreaNodeInner",
                "(area.Size - pageSize) >> machine.PageShift",
                "area.Size >> machine.PageShift"),
        ],
        Steps = ["area-node.1"],
        Breaks = [ArrayLaws.PagesAreCounted, FrameLaws.OwnedFramesAreMappedOnce],
        Shortest = 1,
    };
}
