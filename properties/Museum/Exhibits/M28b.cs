// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class M28b
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "M28b",
        Title = "a mapping that succeeds counts as failed",
        Source = "classic mistake",
        Story = "The number of mapped pages is taken for an error. Every vmalloc does all its "
            + "work, undoes it, and returns NULL although nothing was lacking.",
        Plant =
        [
            new(
                "VmallocAreaNodeInner",
                "gfp, out _) != 0)",
                "gfp, out int moved) != 0 || moved != 0)"),
        ],
        Steps = ["area-node.7"],
        Breaks = [ArrayLaws.FailuresHaveAReason],
        Shortest = 1,
    };
}
