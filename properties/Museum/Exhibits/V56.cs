// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V56
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V56",
        Title = "a range that was never filled is not given back",
        Source = "classic mistake",
        Story = "A range reserved with VM_ALLOC is given back only when pages were put into it. "
            + "One that its owner never filled stays reserved for ever.",
        Plant =
        [
            new(
                "RemoveVmArea",
                """
                VmapDebugFreeRange(va.VaStart, va.VaEnd);
                FreeUnmapVmapArea(va);
                """,
                """
                if (vm.Flags != VmFlags.Alloc || vm.NrPages != 0 || vm.OwnsPages)
                {
                    VmapDebugFreeRange(va.VaStart, va.VaEnd);
                    FreeUnmapVmapArea(va);
                }
                """),
        ],
        Steps = ["remove.3"],
        Breaks = [FreeLaws.FreeEndsTheArea],
        Shortest = 2,
    };
}
