// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class B13c
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "B13c",
        Title = "the alignment of an address wraps",
        Source = "alloc_vmap_area until 3.13",
        Story = "Behind the last area the search rounds its address up, and rounds it to 0 "
            + "where the range reaches up to the top of the address space. The sum with the "
            + "size does not wrap then, and the request is granted at NULL.",
        Plant =
        [
            new(
                "FindHole(ulong,ulong,ulong,ulong,ulong)",
                "(addr >= vstart && UnsignedLong(",
                "(UnsignedLong("),
        ],
        Steps = ["alloc-va.4"],
        Breaks =
        [
            AreaLaws.AreasLieInTheRange,
            FailureLaws.FailedCallsLeaveNoLiveArea,
            FailureLaws.FailedCallsKeepNoObject,
        ],
        Shortest = 2,
    };
}
