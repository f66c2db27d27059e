// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class B02b
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "B02b",
        Title = "the descriptor is asked for in high memory",
        Source = "5211e6e6c67, 2.6.19",
        Story = "The repair of the above passed the caller's mask on as it was. vmalloc asks for "
            + "__GFP_HIGHMEM, the slab stops at it, and no vmalloc worked until the mask was cut "
            + "down.",
        Plant =
        [
            new(
                "GetVmAreaNodeInner",
                "KzallocVmStruct(gfp & Gfp.ReclaimMask, node)",
                "KzallocVmStruct(gfp, node)"),
        ],
        Steps = ["get-area.4"],
        Breaks = [LinuxLaws.ZonesAreForDataPages],
        Shortest = 1,
    };
}
