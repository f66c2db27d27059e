// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V271
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V271",
        Title = "every table begins with the first page of the device",
        Source = "classic mistake",
        Story = "The physical address is not moved on from one table to the next. Behind the "
            + "boundary a driver writes into registers that it knows from elsewhere.",
        Plant =
        [
            new("IoremapPmdRange", "physAddr = unchecked(physAddr - addr);", ""),
            new("IoremapPmdRange", "unchecked(physAddr + addr)", "physAddr"),
        ],
        Steps = ["io-range.3"],
        Breaks = [DeviceLaws.DevicesAreMappedAsAsked],
        Shortest = 1,
    };
}
