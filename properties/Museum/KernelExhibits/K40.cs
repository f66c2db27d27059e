// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.KernelExhibits;

static class K40
{
    public static KernelExhibit Exhibit { get; } = new()
    {
        Id = "K40",
        Title = "a hole loses a page too few",
        Story = "When an area is cut from the low end of a hole, its last page stays in the "
            + "hole.",
        Plant =
        [
            [
                new(
                    "adjust_va_to_fit_type",
                    "va->va_start += size;",
                    "va->va_start += size - PAGE_SIZE;"),
            ],
            [new("va_clip", "va->va_start += size;", "va->va_start += size - PAGE_SIZE;")],
        ],
        Breaks = [AreaLaws.AreasAreDisjoint, FailureLaws.LegalCallsDoNotWarn],
    };
}
