// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class B19
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "B19",
        Title = "a refused reservation leaks its vmap_area",
        Source = "2498ce42d3a, 2.6.30-rc5",
        Story = "alloc_vmap_area takes its descriptor before it looks for a hole. When there was "
            + "none even after a purge it returned -EBUSY and forgot the descriptor.",
        Plant =
        [
            new(
                "AllocVmapArea",
                """
                PrintNoVaSpace(size);
                Kfree(va);
                """,
                "PrintNoVaSpace(size);"),
        ],
        Steps = ["alloc-va.9"],
        Breaks = [FailureLaws.FailedCallsKeepOnlyAbandonedRanges],
        Shortest = 1,
    };
}
