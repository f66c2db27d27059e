// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class B29
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "B29",
        Title = "the lazy counter is set, not raised",
        Source = "made by 3ee48b6af49, 2.6.37",
        Story = "To have the next iounmap purge at once, its helper stored a number above the "
            + "mark in vmap_lazy_nr. The purge subtracts what it frees and no more: the counter "
            + "stays too high for ever, and each free purges.",
        Plant =
        [
            new(
                "RemoveVmArea",
                "VmapDebugFreeRange(va.VaStart, va.VaEnd);",
                """
                vmapLazyNr = (vm.Flags & VmFlags.Ioremap) != 0
                    ? machine.LazyMax + 1 : vmapLazyNr;
                VmapDebugFreeRange(va.VaStart, va.VaEnd);
                """),
        ],
        Steps = ["remove.3"],
        Breaks = [PurgeLaws.LazyCounterIsTheSum],
        Shortest = 2,
    };
}
