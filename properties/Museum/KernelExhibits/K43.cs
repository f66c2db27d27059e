// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.KernelExhibits;

static class K43
{
    public static KernelExhibit Exhibit { get; } = new()
    {
        Id = "K43",
        Title = "vm_map_ram maps a page too few",
        Story = "The last page given is at no address.",
        Plant =
        [
            [
                new(
                    "vm_map_ram",
                    "vmap_pages_range(addr, addr + size,",
                    "vmap_pages_range(addr, addr + max(size - PAGE_SIZE, PAGE_SIZE),"),
            ],
        ],
        Breaks = [RamLaws.RamIsMapped],
    };
}
