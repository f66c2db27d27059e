// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V72
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V72",
        Title = "only a size that was 0 before rounding is refused",
        Source = "classic mistake",
        Story = "The size is compared with 0 before it is rounded up to pages. Sizes within a "
            + "page of 2^64 become 0 afterwards: a lone guard page is reserved, and nothing is "
            + "mapped in front of it, which is a bug.",
        Plant =
        [
            new("VmallocNodeInner", "size == 0 ||", "realSize == 0 ||"),
            new(
                "GetVmAreaNodeInner",
                """
                size = machine.PageAlign(size);
                if (size == 0)
                {
                    return null;
                }
                """,
                """
                if (size == 0)
                {
                    return null;
                }

                size = machine.PageAlign(size);
                """),
        ],
        Steps = ["node.1", "get-area.3"],
        Breaks = [FailureLaws.NothingAskedNothingDone, FailureLaws.NoCallEndsInABug],
        Shortest = 1,
        Rare = "needs a size within a page of 2^64",
    };
}
