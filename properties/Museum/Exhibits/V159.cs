// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V159
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V159",
        Title = "vm_unmap_aliases does not insist on a flush",
        Source = "classic mistake",
        Story = "The entries of dirty pages are cleared, but without a lazy area nothing is flushed: "
            + "TLBs keep what the caller wants to be rid of.",
        Plant =
        [
            new(
                "VmUnmapAliases",
                "forceFlush: end > 0",
                "forceFlush: false"),
        ],
        Steps = ["aliases.2"],
        Breaks = [PartLaws.NothingStaleAfterUnmapAliases],
        Shortest = 5,
    };
}
