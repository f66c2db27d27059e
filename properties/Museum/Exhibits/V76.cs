// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V76
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V76",
        Title = "a freed page is wiped",
        Source = "mistake in what stands under vmalloc",
        Story = "A page is cleared when it is given back, behind the back of whoever keeps track "
            + "of contents.",
        Plant =
        [
            new(
                "FreePageInner",
                "step.Add(EventKind.PageFree, 0, id: frame);",
                """
                step.Add(EventKind.PageFree, 0, id: frame);
                contents.Fill(frame, 0);
                """),
        ],
        Breaks = [FrameLaws.ContentsNeverLeak],
        Shortest = 4,
        Rare = "a page has to be written, freed and looked at again before anyone takes it",
    };
}
