// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.KernelExhibits;

static class K04
{
    public static KernelExhibit Exhibit { get; } = new()
    {
        Id = "K04",
        Title = "the last page of a block is not freed",
        Story = "A page is lost at every vfree.",
        Plant =
        [
            [new("__vunmap", "i < @->nr_pages;", "i + 1 < @->nr_pages;")],
            [new("vfree", "i < @->nr_pages;", "i + 1 < @->nr_pages;")],
        ],
        Breaks = [FreeLaws.FreeGivesBackItsPages],
    };
}
