// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V156
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V156",
        Title = "without tree nodes the range is lost",
        Source = "classic mistake",
        Story = "When the nodes for the tree cannot be had, the descriptor of the block is freed and "
            + "its range forgotten: a few megabytes of addresses at each failure.",
        Plant =
        [
            new(
                "NewVmapBlock",
                """
                            Kfree(vb);
                            FreeVmapArea(va);
                """,
                "            Kfree(vb);"),
        ],
        Steps = ["new-block.2"],
        Breaks = [PartLaws.FailedRamIsGivenBack],
        Shortest = 1,
    };
}
