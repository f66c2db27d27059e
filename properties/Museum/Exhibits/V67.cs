// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V67
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V67",
        Title = "vfree of a mapping gives back a page that is not its own",
        Source = "classic mistake",
        Story = "vfree looks up what is mapped at an area without a pages array and gives it "
            + "back. The pages of a vmap belong to whoever made it.",
        Plant =
        [
            new(
                "VunmapInner",
                "FreePages(area);",
                """
                FreePages(area);
                if (!area.OwnsPages && VmallocToPage(addr) is >= 0 and var frame)
                {
                    FreePageInner(frame);
                }
                """),
        ],
        Steps = ["vunmap-inner.4"],
        Breaks = [FreeLaws.FreeGivesBackItsPages],
        Shortest = 3,
    };
}
