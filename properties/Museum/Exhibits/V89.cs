// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V89
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V89",
        Title = "kmemleak forgets a block by an address inside it",
        Source = "classic mistake",
        Story = "A free by a wrong address takes the record of the block that the address lies "
            + "in. The block lives on, and if it is lost nobody reports it.",
        Plant =
        [
            new(
                "KmemleakFree",
                "else if (kmemleak.StartAt(at) != ptr)",
                "else if (kmemleak.StartAt(at) > ptr)"),
        ],
        Steps = ["kmemleak.2"],
        Breaks = [FailureLaws.IllegalCallsChangeNothing],
        Shortest = 2,
    };
}
