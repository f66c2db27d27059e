// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class M21
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "M21",
        Title = "a vmalloc that runs out of pages does not say how many it has",
        Source = "classic mistake",
        Story = "When the page at i cannot be had, vfree gives back what is there, and has to be "
            + "told how much that is. It is told all: it meets a NULL page and runs into a BUG_ON.",
        Plant = [new("VmallocAreaNodeInner", "CountPages(area, i);", "")],
        Breaks = [FailureLaws.NoCallEndsInABug],
        Shortest = 1,
    };
}
