// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class B39b
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "B39b",
        Title = "an area of a device is purged because it is older than the allocator",
        Source = "dbda591d920b, 3.5",
        Story = "The import copied vm_struct flags into vmap_area flags, where bit 0 means "
            + "VM_LAZY_FREE and not VM_IOREMAP. The first purge released the range of a "
            + "device in use.",
        Plant =
        [
            new(
                "Import",
                "(faithful ? (uint)vm.Flags : 0)",
                "(uint)vm.Flags"),
        ],
        Steps = ["init.2"],
        Breaks =
        [
            EarlyLaws.EarlyAreasStand,
            AreaLaws.OnlyFreedRangesAreReleased,
            PurgeLaws.LazyCounterIsTheSum,
        ],
        Shortest = 1,
    };
}
