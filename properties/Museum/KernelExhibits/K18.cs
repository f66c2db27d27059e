// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.KernelExhibits;

static class K18
{
    public static KernelExhibit Exhibit { get; } = new()
    {
        Id = "K18",
        Title = "a mapping that fails is not noticed",
        Story = "A block is returned of which some pages are not there.",
        Plant =
        [
            [new("__vmalloc_area_node", "if (ret < 0) {", "if (0) {")],
        ],
        Breaks =
        [
            AreaLaws.EveryDataPageIsMappedRight,
            FailureLaws.FailedCallsKeepNoPage,
            AreaLaws.BlocksHoldWhatWasAsked,
        ],
    };
}
