// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V27
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V27",
        Title = "the descriptor may not enter the filesystem",
        Source = "classic mistake",
        Story = "__GFP_FS is taken out of the mask of the vm_struct. Under pressure the "
            + "descriptor cannot be had though its caller allowed all that was needed.",
        Plant =
        [
            new(
                "GetVmAreaNodeInner",
                "KzallocVmStruct(gfp & Gfp.ReclaimMask, node)",
                "KzallocVmStruct(gfp & Gfp.ReclaimMask & ~Gfp.Fs, node)"),
        ],
        Steps = ["get-area.4"],
        Breaks = [MaskLaws.NestedAllocationsMayReclaimAsMuch],
        Shortest = 1,
    };
}
