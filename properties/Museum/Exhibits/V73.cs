// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V73
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V73",
        Title = "kmemleak is told of mappings too",
        Source = "classic mistake",
        Story = "vmap registers its range with kmemleak like a block, and remove_vm_area takes it "
            + "out again. The memory behind a mapping is known already under its own address.",
        Plant =
        [
            new(
                "Vmap",
                "area.IsRemembered = true;",
                """
                area.IsRemembered = true;
                KmemleakAlloc(area.Addr, area.Size - pageSize, Gfp.Kernel);
                """),
            new(
                "RemoveVmArea",
                "Emit(EventKind.Lock, KernelLock.Vmlist);",
                """
                KmemleakFree(addr);
                Emit(EventKind.Lock, KernelLock.Vmlist);
                """),
        ],
        Steps = ["vmap.2"],
        Breaks = [ReportLaws.KmemleakKnowsOnlyBlocks],
        Shortest = 2,
    };
}
