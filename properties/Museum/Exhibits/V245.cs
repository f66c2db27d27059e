// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V245
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V245",
        Title = "a purge sets the lazy counter to 0",
        Source = "classic mistake",
        Story = "After a purge nothing is lazy, so the counter is set to 0 and not lowered by "
            + "what went. What set_iounmap_nonlazy put on top goes with it.",
        Plant =
        [
            new(
                "PurgeVmapAreaLazyInner",
                "vmapLazyNr = SignedInt(vmapLazyNr - nr);",
                "vmapLazyNr = 0;"),
        ],
        Steps = ["purge.3"],
        Breaks = [PurgeLaws.LazyCounterIsTheSum],
        Shortest = 2,
    };
}
