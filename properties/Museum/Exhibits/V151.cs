// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V151
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V151",
        Title = "a block that is all dirty stays",
        Source = "classic mistake",
        Story = "Nobody looks whether the last part of a block was given back. It is on no queue any "
            + "more, so that no purge finds it: its addresses are lost.",
        Plant =
        [
            new(
                "VbFree",
                "if (!vb.IsAllDirty)",
                "if (!vb.IsAllDirty || vb.Free == 0)"),
        ],
        Steps = ["vb-free.4"],
        Breaks = [BlockLaws.DirtyBlocksGo],
        Shortest = 2,
    };
}
