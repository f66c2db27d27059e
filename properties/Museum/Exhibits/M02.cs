// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class M02
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "M02",
        Title = "nothing is asked for, and something is given",
        Source = "classic mistake",
        Story = "A size of 0, also one that wraps to 0 when it is rounded, has to be refused. The "
            + "test stands in __vmalloc_node and again in __get_vm_area_node; with both forgotten "
            + "vmalloc(0) reserves a lone guard page and then maps a range without pages, which "
            + "is a bug.",
        Plant =
        [
            new("VmallocNodeInner", "size == 0 ||", ""),
            new(
                "GetVmAreaNodeInner",
                """
                if (size == 0)
                {
                    return null;
                }
                """,
                ""),
        ],
        Steps = ["node.1", "get-area.3"],
        Breaks = [FailureLaws.NothingAskedNothingDone, FailureLaws.NoCallEndsInABug],
        Shortest = 1,
    };
}
