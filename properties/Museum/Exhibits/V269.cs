// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V269
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V269",
        Title = "a device of one page is taken for an empty range",
        Source = "classic mistake",
        Story = "The end of the range is taken for its last page, as in other functions: a range "
            + "of one page has no page then, and is a bug.",
        Plant = [new("IoremapPageRange", "addr >= end", "unchecked(addr + pageSize) >= end")],
        Steps = ["io-range.1"],
        Breaks = [FailureLaws.NoCallEndsInABug],
        Shortest = 1,
    };
}
