// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V46
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V46",
        Title = "a descriptor is taken before the size is looked at",
        Source = "classic mistake",
        Story = "The vm_struct is allocated first, and freed again when the size turns out to be "
            + "0. Nothing is lost, but a call that asks for nothing waits for memory.",
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
                    if (KzallocVmStruct(gfp & Gfp.ReclaimMask, node) is { } spare)
                    {
                        Kfree(spare);
                    }

                    return null;
                }
                """),
        ],
        Steps = ["get-area.3", "get-area.4"],
        Breaks = [FailureLaws.NothingAskedNothingDone],
        Shortest = 1,
    };
}
