// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class M20b
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "M20b",
        Title = "a failed array leaks the descriptor",
        Source = "classic mistake",
        Story = "Without memory for the pages array the area is removed, but nobody frees the "
            + "vm_struct. Each such failure costs a slab object for ever.",
        Plant = [new("VmallocAreaNodeInner", "Kfree(area);", "")],
        Steps = ["area-node.4"],
        Breaks = [FailureLaws.FailedCallsKeepNoObject],
        Shortest = 1,
    };
}
