// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.KernelExhibits;

static class K22
{
    public static KernelExhibit Exhibit { get; } = new()
    {
        Id = "K22",
        Title = "vzalloc does not zero",
        Story = "The caller sees what was in the page before.",
        Plant =
        [
            [new("vzalloc", "GFP_KERNEL | __GFP_ZERO", "GFP_KERNEL")],
        ],
        Breaks = [AccessLaws.PagesAreZeroedWhenAsked, FrameLaws.ContentsNeverLeak],
    };
}
