// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V225
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V225",
        Title = "a percpu group where no aligned address is",
        Source = "pcpu_get_vm_areas since 2.6.31",
        Story = "Both ends of the range are aligned and subtracted. Where the aligned start lies above the "
            + "aligned end, the difference wraps, and a group is placed outside the range.",
        Plant =
        [
            new(
                "HasPercpuRange",
                "(faithful || (start >= machine.Start && end > start))",
                "(faithful || start <= ulong.MaxValue)"),
        ],
        Steps = ["pcpu.1"],
        Breaks = [AreaLaws.AreasLieInTheRange, PercpuLaws.PercpuGroupsBeyondTheRangeAreWarnedOf],
        Shortest = 1,
    };
}
