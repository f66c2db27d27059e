// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.KernelExhibits;

static class K20
{
    public static KernelExhibit Exhibit { get; } = new()
    {
        Id = "K20",
        Title = "vunmap frees the pages",
        Story = "They were the caller's.",
        Plant =
        [
            [
                new(
                    "vunmap",
                    "__vunmap(addr, 0);",
                    "{ struct vm_struct *area = find_vm_area(addr); unsigned long at; for (at "
                        + "= 0; area && at < get_vm_area_size(area); at += PAGE_SIZE) "
                        + "__free_pages(vmalloc_to_page(addr + at), 0); } __vunmap(addr, 0);"),
            ],
            [
                new(
                    "vunmap",
                    "vm = remove_vm_area(addr);",
                    "{ struct vm_struct *area = find_vm_area(addr); unsigned long at; for (at "
                        + "= 0; area && at < get_vm_area_size(area); at += PAGE_SIZE) "
                        + "__free_pages(vmalloc_to_page(addr + at), 0); } vm = "
                        + "remove_vm_area(addr);"),
            ],
        ],
        Breaks = [FreeLaws.OtherFreesLeaveThePages],
    };
}
