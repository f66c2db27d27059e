// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class B13b
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "B13b",
        Title = "a sum of exactly 2^64 passes for 0",
        Source = "alloc_vmap_area until 3.13",
        Story = "The repair of the above looks at the last byte, address + size - 1, which does "
            + "not wrap when the range would end at exactly 2^64. The end is then 0, below any "
            + "bound, and the request is granted.",
        Plant =
        [
            new(
                "FindHole(ulong,ulong,ulong,ulong,ulong)",
                """
                found && (faithful
                    || (addr >= vstart && UnsignedLong(unchecked(addr + size)) != 0))
                """,
                "found && (faithful || addr >= vstart)"),
        ],
        Steps = ["alloc-va.4"],
        Breaks = [FailureLaws.EventsFitTogether],
        Shortest = 1,
        Rare = "needs the one size with which an area ends at exactly 2^64",
    };
}
