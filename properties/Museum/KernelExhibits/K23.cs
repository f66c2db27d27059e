// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.KernelExhibits;

static class K23
{
    public static KernelExhibit Exhibit { get; } = new()
    {
        Id = "K23",
        Title = "vmalloc_user does not zero",
        Story = "A process that maps the block sees memory of the kernel.",
        Plant =
        [
            [new("vmalloc_user", "GFP_KERNEL | __GFP_ZERO", "GFP_KERNEL")],
        ],
        Breaks = [AccessLaws.PagesAreZeroedWhenAsked, FrameLaws.ContentsNeverLeak],
    };
}
