// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class B27
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "B27",
        Title = "fragmented blocks are kept for ever",
        Source = "02b709df817, 2.6.33-rc7",
        Story = "A block of which all parts were given back, but some pages never used, stayed on its "
            + "queue. Address space ran out with nothing mapped.",
        Plant =
        [
            new(
                "PurgeVmapAreaLazyInner",
                """
                            PurgeFragmentedBlocksAllCpus();
                
                """,
                ""),
        ],
        Steps = ["purge.6"],
        Breaks = [BlockLaws.NoIdleBlockOutlivesAPurge],
        Shortest = 4,
    };
}
