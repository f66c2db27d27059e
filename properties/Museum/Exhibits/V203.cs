// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V203
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V203",
        Title = "vmallocinfo prints 16 digits everywhere",
        Source = "mistake of 32 bits",
        Story = "Pointers are printed as 64-bit numbers. On i386 what reads /proc/vmallocinfo "
            + "by columns finds nothing where it looks.",
        Plant =
        [
            new(
                "ShowPointer",
                "machine.LongBits - 4",
                "60"),
        ],
        Steps = ["info.1"],
        Breaks = [ReportLaws.VmallocinfoListsTheLiveAreas],
        Shortest = 2,
    };
}
