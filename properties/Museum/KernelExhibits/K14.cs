// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.KernelExhibits;

static class K14
{
    public static KernelExhibit Exhibit { get; } = new()
    {
        Id = "K14",
        Title = "a vmap that fails keeps its area",
        Story = "The range is never given back, and listed for ever.",
        Plant =
        [
            [new("vmap", "vunmap(area->addr);", ";")],
        ],
        Breaks = [FailureLaws.FailedCallsLeaveNoLiveArea],
    };
}
