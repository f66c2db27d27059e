// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.KernelExhibits;

static class K24
{
    public static KernelExhibit Exhibit { get; } = new()
    {
        Id = "K24",
        Title = "a block that fails half way keeps its pages",
        Story = "Area, pages and array are lost at every shortage.",
        Plant =
        [
            [new("__vmalloc_area_node", "fail: __vfree(area->addr);", "fail:")],
            [new("__vmalloc_area_node", "fail: vfree(area->addr);", "fail:")],
        ],
        Breaks =
        [
            FailureLaws.FailedCallsKeepNoPage,
            FailureLaws.FailedCallsLeaveNoLiveArea,
            FailureLaws.FailedCallsKeepNoObject,
        ],
    };
}
