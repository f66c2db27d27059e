// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.KernelExhibits;

static class K27
{
    public static KernelExhibit Exhibit { get; } = new()
    {
        Id = "K27",
        Title = "a hole that grows takes a page of its neighbour",
        Story = "The hole is handed out with the first page of the area above it.",
        Plant =
        [
            [
                new(
                    "__merge_or_add_vmap_area",
                    "sibling->va_end = va->va_end;",
                    "sibling->va_end = va->va_end + PAGE_SIZE;"),
            ],
        ],
        Breaks = [AreaLaws.AreasAreDisjoint, FailureLaws.LegalCallsDoNotWarn],
    };
}
