// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.KernelExhibits;

static class K32
{
    public static KernelExhibit Exhibit { get; } = new()
    {
        Id = "K32",
        Title = "pages are freed while they are mapped",
        Story = "Whoever is given such a page shares it with the block for a moment.",
        Plant =
        [
            [
                new("__vunmap", "vm_remove_mappings(area, deallocate_pages);", ";"),
                new(
                    "__vunmap",
                    "kfree(area);",
                    "vm_remove_mappings(area, deallocate_pages); kfree(area);"),
            ],
            [
                new("vfree", "vm = remove_vm_area(addr);", "vm = find_vm_area(addr);"),
                new("vfree", "kvfree(vm->pages);", "remove_vm_area(addr); kvfree(vm->pages);"),
            ],
        ],
        Breaks = [FreeLaws.PagesOutliveTheirArea, FrameLaws.FreeFramesAreNotMapped],
    };
}
