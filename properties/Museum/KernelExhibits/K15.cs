// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.KernelExhibits;

static class K15
{
    public static KernelExhibit Exhibit { get; } = new()
    {
        Id = "K15",
        Title = "a block without an array keeps its area",
        Story = "Nobody knows its address, so that nobody can free it.",
        Plant =
        [
            [new("__vmalloc_area_node", "free_vm_area(area);", ";")],
        ],
        Breaks = [FailureLaws.FailedCallsLeaveNoLiveArea],
    };
}
