// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.KernelExhibits;

static class K11
{
    public static KernelExhibit Exhibit { get; } = new()
    {
        Id = "K11",
        Title = "the alignment is not passed on",
        Story = "Blocks begin at any page, whatever was asked.",
        Plant =
        [
            [
                new(
                    "__vmalloc_node_range",
                    "__get_vm_area_node(real_size, align,",
                    "__get_vm_area_node(real_size, 1,"),
            ],
        ],
        Breaks = [AreaLaws.BlocksAreAlignedAsAsked],
    };
}
