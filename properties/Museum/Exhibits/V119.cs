// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V119
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V119",
        Title = "an area older than the allocator loses its last page",
        Source = "classic mistake",
        Story = "The import takes the last page of an area for a guard page, which areas of "
            + "boot do not have. The page is handed out again.",
        Plant =
        [
            new(
                "VmallocInit",
                "va.VaEnd = vm.Addr + vm.Size;",
                "va.VaEnd = vm.Addr + Math.Max(vm.Size - pageSize, pageSize);"),
        ],
        Steps = ["init.1"],
        Breaks = [EarlyLaws.EarlyAreasStand],
        Shortest = 1,
    };
}
