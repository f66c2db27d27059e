// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class M04
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "M04",
        Title = "kmemleak is told the rounded size",
        Source = "classic mistake",
        Story = "The size for kmemleak is saved after it has been rounded up to pages. kmemleak "
            + "then scans the slack behind the block too, and takes what it finds there for "
            + "references.",
        Plant =
        [
            new(
                "VmallocNodeInner",
                """
                ulong realSize = size;
                size = machine.PageAlign(size);
                """,
                """
                size = machine.PageAlign(size);
                ulong realSize = size;
                """),
        ],
        Steps = ["node.3"],
        Breaks = [ReportLaws.BlocksAreKnownToKmemleak],
        Shortest = 1,
    };
}
