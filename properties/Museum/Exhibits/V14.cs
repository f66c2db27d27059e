// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V14
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V14",
        Title = "the lazy counter is 32 bits wide",
        Source = "__purge_vmap_area_lazy since 2.6.28",
        Story = "Lazy pages are counted in an int. A freed range of 2^32 pages adds nothing to "
            + "it: the mark is not crossed, and a purge takes the area in hand and then frees "
            + "nothing.",
        Plant =
        [
            new(
                "SignedInt",
                "value << intShort >> intShort",
                "value << (64 - machine.IntBits) >> (64 - machine.IntBits)"),
        ],
        Steps = ["lazy.2"],
        Breaks = [PurgeLaws.LazyCounterIsTheSum, PurgeLaws.TheMarkIsKept],
        Shortest = 2,
        Rare = "needs the freed range of exactly 2^32 pages",
    };
}
