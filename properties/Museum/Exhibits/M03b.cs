// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class M03b
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "M03b",
        Title = "bytes are compared with pages",
        Source = "classic mistake",
        Story = "The gate compares the size in bytes with totalram_pages. Requests of a few pages "
            + "are already larger than that number and are refused without being tried.",
        Plant =
        [
            new(
                "VmallocNodeInner",
                "size >> machine.PageShift > (ulong)machine.TotalRam",
                "size > (ulong)machine.TotalRam"),
        ],
        Steps = ["node.1"],
        Breaks = [ArrayLaws.AllRamIsAdmitted],
        Shortest = 1,
    };
}
