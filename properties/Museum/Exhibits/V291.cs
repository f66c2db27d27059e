// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V291
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V291",
        Title = "apply_to_page_range steps too far",
        Source = "classic mistake",
        Story = "From one lowest table the walk goes on at the end of the middle one. A "
            + "range that needs several lowest tables gets the first of each middle "
            + "one.",
        Plant =
        [
            new(
                "ApplyToPageRange",
                "AddrEnd(addr, end, initMm.PmdShift)",
                "AddrEnd(addr, end, initMm.PudShift)"),
        ],
        Steps = ["apply.1"],
        Breaks = [RangeLaws.TablesComeWithTheArea],
        Shortest = 1,
    };
}
