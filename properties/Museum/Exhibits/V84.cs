// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V84
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V84",
        Title = "a size that its guard page wraps is refused softly",
        Source = "classic mistake",
        Story = "The guard page makes the size wrap to 0. The search for a hole answers as if "
            + "there were none, and the sum that went wrong stays unseen.",
        Plant =
        [
            new("AllocVmapArea", "throw new KernelBug(\"alloc_vmap_area\");", "return null;"),
        ],
        Steps = ["alloc-va.1"],
        Breaks = [BugLaws.ForbiddenCallsEndInABug],
        Shortest = 1,
    };
}
