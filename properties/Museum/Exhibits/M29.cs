// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class M29
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "M29",
        Title = "the guard page is mapped too",
        Source = "classic mistake",
        Story = "map_vm_area maps the whole size of the area. For the guard there is no page in "
            + "the list: a vmalloc fails with a warning, and where a caller's list is longer the "
            + "guard stops guarding.",
        Plant =
        [
            new(
                "MapVmArea",
                "unchecked(area.Addr + area.Size - pageSize)",
                "unchecked(area.Addr + area.Size)"),
        ],
        Steps = ["map-area.1"],
        Breaks = [FailureLaws.LegalCallsDoNotWarn],
        Shortest = 1,
    };
}
