// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V131
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V131",
        Title = "a device is mapped through the cache",
        Source = "classic mistake",
        Story = "ioremap maps with PAGE_KERNEL: what is written to a register stays in the "
            + "cache, and what is read was read before.",
        Plant = [new("Ioremap", "Pgprot.KernelIo", "Pgprot.Kernel")],
        Steps = ["ioremap.4"],
        Breaks = [DeviceLaws.DevicesAreMappedAsAsked],
        Shortest = 1,
    };
}
