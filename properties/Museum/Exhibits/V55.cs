// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V55
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V55",
        Title = "a free needs memory",
        Source = "classic mistake",
        Story = "free_vm_area takes a scratch object from the slab and frees it again. A free "
            + "that needs memory cannot be relied on where memory is short.",
        Plant =
        [
            new(
                "FreeVmArea(VmStruct)",
                "if (RemoveVmArea(area.Addr) != area)",
                """
                if (KmallocVmapArea(Gfp.Kernel, -1) is { } scratch)
                {
                    Kfree(scratch);
                }

                if (RemoveVmArea(area.Addr) != area)
                """),
        ],
        Steps = ["free-area.1"],
        Breaks = [FreeLaws.FreeTakesNothing],
        Shortest = 2,
    };
}
