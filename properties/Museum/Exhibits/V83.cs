// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V83
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V83",
        Title = "an empty range is mapped",
        Source = "classic mistake",
        Story = "Nothing is asked to be mapped, and success is told. Whoever counted pages "
            + "wrong does not hear of it, and finds nothing at his address.",
        Plant =
        [
            new(
                "VmapPageRangeNoflush",
                "throw new KernelBug(\"vmap_page_range_noflush\");",
                "return 0;"),
        ],
        Steps = ["vmap-range.1"],
        Breaks = [BugLaws.ForbiddenCallsEndInABug],
        Shortest = 1,
    };
}
