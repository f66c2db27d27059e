// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.KernelExhibits;

static class K44
{
    public static KernelExhibit Exhibit { get; } = new()
    {
        Id = "K44",
        Title = "vm_unmap_ram leaves its last page mapped",
        Story = "Who gives the page back gives away what is still mapped.",
        Plant =
        [
            [
                new(
                    "vb_free",
                    "vunmap_range_noflush(addr, addr + size);",
                    "vunmap_range_noflush(addr, addr + max(size - PAGE_SIZE, PAGE_SIZE));"),
            ],
        ],
        Breaks = [RamLaws.RamIsUnmapped],
    };
}
