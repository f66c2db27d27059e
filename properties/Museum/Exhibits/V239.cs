// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V239
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V239",
        Title = "a range is reserved with GFP_KERNEL",
        Source = "classic mistake",
        Story = "alloc_vmap_area asks for its descriptor with GFP_KERNEL, whoever called. A "
            + "caller that must not sleep sleeps.",
        Plant =
        [
            new(
                "AllocVmapArea",
                "KmallocVmapArea(gfp & Gfp.ReclaimMask, node)",
                "KmallocVmapArea(Gfp.Kernel, node)"),
        ],
        Steps = ["alloc-va.2"],
        Breaks = [LinuxLaws.NestedAllocationsDoNotReclaimMore],
        Shortest = 1,
    };
}
