// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class M03c
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "M03c",
        Title = "the gate counts free pages",
        Source = "classic mistake",
        Story = "The gate compares with the pages that happen to be free in place of all there "
            + "are. A request is refused that reclaim could have served.",
        Plant =
        [
            new(
                "VmallocNodeInner",
                "> (ulong)machine.TotalRam",
                "> (ulong)(machine.Frames - frames.InUse)"),
        ],
        Steps = ["node.1"],
        Breaks = [ArrayLaws.AllRamIsAdmitted],
        Shortest = 2,
    };
}
