// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.KernelExhibits;

static class K26
{
    public static KernelExhibit Exhibit { get; } = new()
    {
        Id = "K26",
        Title = "the search begins a page too low",
        Story = "The first block lies below the range.",
        Plant =
        [
            [
                new(
                    "__vmalloc_node_range",
                    "vm_flags, start, end,",
                    "vm_flags, start - PAGE_SIZE, end,"),
            ],
        ],
        Breaks = [AreaLaws.AreasLieInTheRange],
    };
}
