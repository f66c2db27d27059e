// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class M28c
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "M28c",
        Title = "a failed mapping leaks the pages",
        Source = "classic mistake",
        Story = "When the range cannot be mapped only the area is removed. Its pages, their array "
            + "and the descriptor are lost.",
        Plant =
        [
            new(
                "VmallocAreaNodeInner",
                "gfp, out _) != 0) { Vfree(area.Addr);",
                "gfp, out _) != 0) { RemoveVmArea(area.Addr);"),
        ],
        Steps = ["area-node.7"],
        Breaks = [FailureLaws.FailedCallsKeepNoPage, FailureLaws.FailedCallsKeepNoObject],
        Shortest = 1,
    };
}
