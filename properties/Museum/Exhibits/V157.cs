// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V157
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V157",
        Title = "without addresses the block is lost",
        Source = "classic mistake",
        Story = "When a new block finds no addresses, its descriptor is not freed.",
        Plant =
        [
            new(
                "NewVmapBlock",
                """
                            Kfree(vb);
                            return null;
                """,
                "            return null;"),
        ],
        Steps = ["new-block.1"],
        Breaks = [BlockLaws.NoVmapBlockIsLost],
        Shortest = 1,
    };
}
