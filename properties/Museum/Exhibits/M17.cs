// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class M17
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "M17",
        Title = "the slab is asked for high memory",
        Source = "classic mistake",
        Story = "The caller's mask reaches the slab as it is, __GFP_HIGHMEM included. The slab "
            + "cannot give memory without a kernel address, and stops.",
        Plant = [new("AllocPagesArray", "(gfp & Gfp.ReclaimMask) | Gfp.Zero", "gfp | Gfp.Zero")],
        Steps = ["area-node.3"],
        Breaks = [LinuxLaws.ZonesAreForDataPages],
        Shortest = 1,
    };
}
