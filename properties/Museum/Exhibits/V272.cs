// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V272
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V272",
        Title = "ioremap of a range that wraps is tried",
        Source = "classic mistake",
        Story = "The check that the last byte does not lie below the first is gone: a device "
            + "that reaches over the end of all addresses is looked for in memory, and space "
            + "for it reserved.",
        Plant =
        [
            new("Ioremap", "size == 0 || lastAddr < physAddr", "size == 0"),
            new(
                "Ioremap",
                "machine.PageAlign(lastAddr + 1 - physAddr)",
                "machine.PageAlign(unchecked(lastAddr + 1 - physAddr))"),
        ],
        Steps = ["ioremap.1"],
        Breaks = [DeviceLaws.MemoryIsNoDevice],
        Shortest = 1,
    };
}
