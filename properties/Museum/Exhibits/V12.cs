// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V12
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V12",
        Title = "a free at the mark purges",
        Source = "classic mistake",
        Story = "The mark is compared with >= in place of >. A free that just reaches it purges "
            + "at once, and the flush that was to be saved is made.",
        Plant =
        [
            new(
                "FreeVmapAreaNoflush",
                "unchecked((ulong)vmapLazyNr) > (ulong)machine.LazyMax",
                "unchecked((ulong)vmapLazyNr) >= (ulong)machine.LazyMax"),
        ],
        Steps = ["lazy.3"],
        Breaks = [PurgeLaws.NoPurgeBelowTheMark, PurgeLaws.NoPurgeWhileAHoleFits],
        Shortest = 2,
    };
}
