// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.KernelExhibits;

static class K42
{
    public static KernelExhibit Exhibit { get; } = new()
    {
        Id = "K42",
        Title = "an element is written beyond the array of pages",
        Story = "The array is ended with a mark that it has no room for: whatever lies behind "
            + "it loses a pointer.",
        Plant =
        [
            [
                new(
                    "__vmalloc_area_node",
                    "atomic_long_add(area->nr_pages, &nr_vmalloc_pages);",
                    "area->pages[nr_small_pages] = (void *)1;"
                    + " atomic_long_add(area->nr_pages, &nr_vmalloc_pages);"),
            ],
        ],
        Breaks = [FailureLaws.NoCallEndsInABug],
    };
}
