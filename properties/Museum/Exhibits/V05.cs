// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V05
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V05",
        Title = "one CPU misses the flush",
        Source = "classic mistake",
        Story = "The loop that asks the CPUs to flush stops before the last one. What that CPU "
            + "remembers of a freed range it goes on using when the addresses have a new owner.",
        Plant =
        [
            new(
                "FlushTlbKernelRange",
                "cpu < machine.Online",
                "cpu < Math.Max(1, machine.Online - 1)"),
        ],
        Steps = ["purge.4"],
        Breaks = [WalkLaws.TheWalkAgrees],
        Shortest = 3,
    };
}
