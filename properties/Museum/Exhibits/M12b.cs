// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class M12b
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "M12b",
        Title = "the guard page is subtracted twice",
        Source = "classic mistake",
        Story = "nr_pages is one page short. The last data page gets no memory; mapping the range "
            + "then runs out of pages, warns, and the whole vmalloc fails.",
        Plant =
        [
            new(
                "VmallocAreaNodeInner",
                "(area.Size - pageSize) >> machine.PageShift",
                "(area.Size - (2 * pageSize)) >> machine.PageShift"),
        ],
        Steps = ["area-node.1"],
        Breaks = [FailureLaws.LegalCallsDoNotWarn],
        Shortest = 1,
    };
}
