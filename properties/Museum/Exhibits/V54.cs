// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V54
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V54",
        Title = "an array without pages is not freed",
        Source = "classic mistake",
        Story = "vfree passes over everything when nr_pages is 0. After a failure at the very "
            + "first page the array is there all the same, and is lost.",
        Plant =
        [
            new(
                "VunmapInner",
                "Kfree(area.Array);",
                "Kfree(area.NrPages > 0 ? area.Array : null);"),
        ],
        Steps = ["vunmap-inner.4"],
        Breaks = [FailureLaws.FailedCallsKeepNoObject],
        Shortest = 1,
    };
}
