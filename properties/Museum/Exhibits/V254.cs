// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V254
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V254",
        Title = "vm_unmap_ram takes a part for an area",
        Source = "classic mistake",
        Story = "VMAP_MAX_ALLOC pages are the most that a block hands out. vm_unmap_ram thinks "
            + "they are too many for that, and looks for an area of their own.",
        Plant =
        [
            new(
                "VmUnmapRam",
                "count <= (uint)machine.VmapMaxAlloc",
                "count < (uint)machine.VmapMaxAlloc"),
        ],
        Steps = ["unmap-ram.2"],
        Breaks = [FailureLaws.EventsFitTogether, FailureLaws.NoCallEndsInABug],
        Shortest = 1,
    };
}
