// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V13
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V13",
        Title = "the mark is looked at before the free counts",
        Source = "classic mistake",
        Story = "The counter is compared with the mark before the area is added to it. The purge "
            + "comes one free too late, however large that free is.",
        Plant =
        [
            new(
                "FreeVmapAreaNoflush",
                """
                vmapLazyNr = SignedInt(vmapLazyNr + PagesOf(va));
                if (unchecked((ulong)vmapLazyNr) > (ulong)machine.LazyMax)
                """,
                """
                long before = vmapLazyNr;
                vmapLazyNr = SignedInt(vmapLazyNr + PagesOf(va));
                if (before > machine.LazyMax)
                """),
        ],
        Steps = ["lazy.3"],
        Breaks = [PurgeLaws.TheMarkIsKept],
        Shortest = 2,
    };
}
