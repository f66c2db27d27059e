// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class B04
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "B04",
        Title = "a range of no size leaks a descriptor",
        Source = "made by 2b4ac44e7c7, 2.6.19",
        Story = "A clean-up took the kfree out of the path for size 0, though the vm_struct had "
            + "been allocated before the size was looked at. Each such call lost one.",
        Plant =
        [
            new(
                "GetVmAreaNodeInner",
                """
                if (size == 0)
                {
                    return null;
                }
                """,
                """
                if (size == 0)
                {
                    KzallocVmStruct(gfp & Gfp.ReclaimMask, node);
                    return null;
                }
                """),
        ],
        Steps = ["get-area.3", "get-area.4"],
        Breaks = [FailureLaws.NothingAskedNothingDone, FailureLaws.FailedCallsKeepNoObject],
        Shortest = 1,
    };
}
