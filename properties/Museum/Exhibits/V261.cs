// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V261
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V261",
        Title = "page 0 is taken for no page",
        Source = "classic mistake",
        Story = "A page is refused when nobody holds it, and, as 0 stands for nothing elsewhere, "
            + "when its number is 0.",
        Plant =
        [
            new("VmInsertPage", "!frames.IsInUse(page)", "page == 0 || !frames.IsInUse(page)"),
        ],
        Steps = ["insert-page.1"],
        Breaks = [UserLaws.RemapsAreRefusedWithoutLeave],
        Shortest = 2,
    };
}
