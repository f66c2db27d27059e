// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.KernelExhibits;

static class K10
{
    public static KernelExhibit Exhibit { get; } = new()
    {
        Id = "K10",
        Title = "a failed array is not noticed",
        Story = "The array of pages could not be had, and NULL is followed.",
        Plant =
        [
            [new("__vmalloc_area_node", "if (!area->pages)", "if (0)")],
        ],
        Breaks = [FailureLaws.NoCallEndsInABug],
    };
}
