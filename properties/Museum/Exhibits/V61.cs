// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V61
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V61",
        Title = "kfree of an array reports and keeps it",
        Source = "mistake in what stands under vmalloc",
        Story = "The free of a pages array is accounted for, but the object does not go back to "
            + "the slab.",
        Plant = [new("Kfree(PagesArray?)", "pagesArrays.Give(array);", "")],
        Breaks = [WalkLaws.TheWalkAgrees],
        Shortest = 2,
    };
}
