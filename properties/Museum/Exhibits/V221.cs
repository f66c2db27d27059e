// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V221
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V221",
        Title = "the bytes of vm_map_ram wrap",
        Source = "vm_map_ram until 4.7",
        Story = "The count of pages is shifted in an unsigned int, as in vmap: 2^20 pages and two are two "
            + "pages of addresses, and its caller goes on behind them. Where an int has 8 bits and a "
            + "page 16 bytes, 18 pages do it.",
        Plant =
        [
            new(
                "VmMapRam",
                "UnsignedInt((ulong)count << machine.PageShift)",
                "((ulong)count << machine.PageShift) & machine.IntMask"),
        ],
        Steps = ["map-ram.4"],
        Breaks = [RamLaws.RamIsMapped, PartLaws.FewPagesAreAPartOfABlock],
        Shortest = 2,
    };
}
