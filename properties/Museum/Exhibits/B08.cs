// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class B08
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "B08",
        Title = "a hole that fits exactly is passed over",
        Source = "f011c2dae6c, 2.6.28-rc6",
        Story = "The new allocator compared with >= where > was meant: a hole as large as the "
            + "request counted as too small. Gaps of a page were left everywhere, and a range "
            + "full but for one exact hole refused the request that would have filled it.",
        Plant =
        [
            new(
                "AddressIndex.FindHole",
                "address + size <= StartAt(at)",
                "address + size < StartAt(at)"),
            new(
                "AddressIndex.FindHoleInBlock",
                "address + size <= entry.Start",
                "address + size < entry.Start"),
            new(
                "AddressIndex.FindHoleLinearly",
                "LongMask) <= StartAt(at)",
                "LongMask) < StartAt(at)"),
        ],
        Steps = ["alloc-va.5"],
        Breaks = [PurgeLaws.NoRefusalWhileAHoleFits],
        Shortest = 2,
    };
}
