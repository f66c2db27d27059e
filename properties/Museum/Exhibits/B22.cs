// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class B22
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "B22",
        Title = "vmalloc_user forgets SHMLBA",
        Source = "2dca6999eed, 2.6.32",
        Story = "vmalloc_user blocks are made to be mapped by users, but lay at any page. Where "
            + "cache lines are chosen by virtual address, kernel and user saw different contents "
            + "of one page.",
        Plant = [new("VmallocUser", "machine.Shmlba", "1")],
        Steps = ["wrappers.1"],
        Breaks = [AreaLaws.BlocksAreAlignedAsAsked],
        Shortest = 2,
    };
}
