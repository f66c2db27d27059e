// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V15
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V15",
        Title = "an allocation purges although there is room",
        Source = "classic mistake",
        Story = "alloc_vmap_area purges as soon as anything is lazy, before it looks for a hole. "
            + "Lazy freeing saves nothing any more.",
        Plant =
        [
            new(
                "AllocVmapArea",
                "bool purged = false;",
                """
                bool purged = false;
                if (lazyCount > 0)
                {
                    PurgeVmapAreaLazy();
                }
                """),
        ],
        Steps = ["alloc-va.8"],
        Breaks = [PurgeLaws.NoPurgeWhileAHoleFits],
        Shortest = 3,
    };
}
