// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class B34
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "B34",
        Title = "the range begins where it was rounded down to",
        Source = "e621bd18958, 2.6.28",
        Story = "On i386 the start of the range was rounded, and the reserve did not count it: "
            + "with a small one VMALLOC_START lay below high_memory. Here the start is rounded "
            + "down to what a table covers.",
        Plant =
        [
            new(
                "VmallocNodeInner",
                "machine.Start, machine.End,",
                "machine.Start >> initMm.PmdShift << initMm.PmdShift, machine.End,"),
        ],
        Steps = ["node.3"],
        Breaks = [AreaLaws.AreasLieInTheRange],
        Shortest = 1,
    };
}
