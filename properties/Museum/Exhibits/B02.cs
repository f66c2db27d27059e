// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class B02
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "B02",
        Title = "the descriptor is asked for with GFP_KERNEL",
        Source = "52fd24ca1db, 2.6.19",
        Story = "__vmalloc passed its caller's mask on to the pages but not to the vm_struct, "
            + "which was allocated with GFP_KERNEL. A caller that must not sleep slept.",
        Plant =
        [
            new(
                "GetVmAreaNodeInner",
                "KzallocVmStruct(gfp & Gfp.ReclaimMask, node)",
                "KzallocVmStruct(Gfp.Kernel, node)"),
        ],
        Steps = ["get-area.4"],
        Breaks =
        [
            LinuxLaws.NestedAllocationsDoNotReclaimMore,
            MaskLaws.NestedAllocationsMayReclaimAsMuch,
        ],
        Shortest = 1,
    };
}
