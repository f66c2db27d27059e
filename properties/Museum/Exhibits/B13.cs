// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class B13
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "B13",
        Title = "address and size wrap around",
        Source = "7766970cc13, 2.6.29-rc7",
        Story = "The search added address and size without asking whether the sum wraps. A "
            + "request nearly as large as the whole address space ends, by the sum, below the end "
            + "of the range, and is granted.",
        Plant =
        [
            new(
                "AddressIndex.FindHole",
                "address + size > vend || address + size - 1 < address",
                "address + size > vend"),
            new(
                "AddressIndex.FindHoleLinearly",
                "((address + size - 1) & LongMask) >= address && ((",
                "(("),
            new(
                "FindHole(ulong,ulong,ulong,ulong,ulong)",
                """
                found && (faithful
                    || (addr >= vstart && UnsignedLong(unchecked(addr + size)) != 0))
                """,
                "found"),
        ],
        Steps = ["alloc-va.4"],
        Breaks = [FailureLaws.EventsFitTogether, FailureLaws.NoCallEndsInABug],
        Shortest = 2,
    };
}
