// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class M03d
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "M03d",
        Title = "the gate looks at the size before rounding",
        Source = "classic mistake",
        Story = "The gate is asked before the size is rounded up. One byte more than all of "
            + "memory passes for all of memory, is rounded up behind the gate, and is tried page "
            + "by page until memory is empty.",
        Plant =
        [
            new(
                "VmallocNodeInner",
                """
                size = machine.PageAlign(size);
                if (size == 0 || size >> machine.PageShift > (ulong)machine.TotalRam)
                {
                    return 0;
                }
                """,
                """
                if (size == 0 || size >> machine.PageShift > (ulong)machine.TotalRam)
                {
                    return 0;
                }

                size = machine.PageAlign(size);
                """),
        ],
        Steps = ["node.1"],
        Breaks = [ArrayLaws.MoreThanAllRamIsRefused],
        Shortest = 1,
    };
}
