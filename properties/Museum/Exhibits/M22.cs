// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class M22
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "M22",
        Title = "one page more than the array has room for",
        Source = "classic mistake",
        Story = "The loop that takes pages runs to nr_pages and not to one below. A page is taken "
            + "that nothing maps and nothing frees, and its pointer is written behind the array.",
        Plant = [new("VmallocAreaNodeInner", "i < nrPages", "i <= nrPages")],
        Steps = ["area-node.5"],
        Breaks = [FrameLaws.OwnedFramesAreMappedOnce],
        Shortest = 1,
    };
}
