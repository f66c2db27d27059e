// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class B55
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "B55",
        Title = "room for the alignment is asked for on top",
        Source = "9f531973dff3, 5.16",
        Story = "The search wanted a hole of size plus alignment minus one, so that it could "
            + "round up inside it. A hole that was aligned as it lay and fitted exactly was "
            + "refused.",
        Plant =
        [
            new(
                "FindHole(ulong,ulong,ulong,ulong,ulong)",
                "placement.Find(vstart, vend, size, align, oddAreas == 0, out addr)",
                """
                placement.Find(vstart, vend, unchecked(size + Math.Max(align, pageSize)
                    - pageSize), align, oddAreas == 0, out addr)
                """),
        ],
        Steps = ["alloc-va.4"],
        Breaks = [PurgeLaws.NoRefusalWhileAHoleFits, PurgeLaws.NoPurgeWhileAHoleFits],
        Shortest = 1,
    };
}
