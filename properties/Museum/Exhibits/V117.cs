// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V117
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V117",
        Title = "the reach of a percpu group is taken for the size of its last area",
        Source = "classic mistake",
        Story = "Whether a group fits into the range at all is asked of the size of its "
            + "last area, without the offset. A group that never fits is searched for, "
            + "costs a purge, and is refused without a word.",
        Plant =
        [
            new(
                "PcpuGetVmAreas",
                "PercpuEnd(align), last.End)",
                "PercpuEnd(align), last.Size)"),
        ],
        Steps = ["pcpu.1"],
        Breaks = [PercpuLaws.PercpuGroupsBeyondTheRangeAreWarnedOf],
        Shortest = 1,
    };
}
