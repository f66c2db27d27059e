// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class B63
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "B63",
        Title = "vm_unmap_aliases misses full blocks",
        Source = "fc1e0d980037, 6.5",
        Story = "Only blocks on a queue were looked at. One whose pages are all handed out is on none: "
            + "what was given back of it stayed mapped, and in the TLBs, after a call that "
            + "promises the opposite.",
        Plant =
        [
            new("VmUnmapAliases", "faithful && cpu < machine.Cpus", "cpu < machine.Cpus"),
            new(
                "VmUnmapAliases",
                "!faithful && i < vmapBlocks.Made",
                "i < 0"),
        ],
        Steps = ["aliases.1"],
        Breaks = [PartLaws.NothingStaleAfterUnmapAliases],
        Shortest = 5,
    };
}
