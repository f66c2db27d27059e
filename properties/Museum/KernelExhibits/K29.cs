// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.KernelExhibits;

static class K29
{
    public static KernelExhibit Exhibit { get; } = new()
    {
        Id = "K29",
        Title = "a refused area keeps its descriptor",
        Story = "A vm_struct is lost whenever there is no range.",
        Plant =
        [
            [new("__get_vm_area_node", "kfree(area);", ";")],
        ],
        Breaks = [FailureLaws.FailedCallsKeepNoObject],
    };
}
