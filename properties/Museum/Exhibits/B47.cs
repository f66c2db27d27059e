// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class B47
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "B47",
        Title = "page tables are asked for with GFP_KERNEL",
        Source = "451769ebb7e7, 5.17",
        Story = "Whatever mask a caller passes, page tables were allocated with GFP_KERNEL. A "
            + "caller with GFP_NOFS or GFP_NOIO could end up waiting for the very lock it held.",
        Plant = [new("TableGfp", "faithful ? Gfp.Kernel : gfp & Gfp.ReclaimMask", "Gfp.Kernel")],
        Steps = ["tables.1"],
        Breaks = [LinuxLaws.TablesDoNotReclaimMore],
        Shortest = 1,
    };
}
