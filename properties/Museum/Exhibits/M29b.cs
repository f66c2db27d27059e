// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class M29b
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "M29b",
        Title = "the last data page is not mapped",
        Source = "classic mistake",
        Story = "map_vm_area stops one page too early. The last page of every area faults, and an "
            + "area of a single page leaves nothing to map, which is a bug.",
        Plant =
        [
            new(
                "MapVmArea",
                "unchecked(area.Addr + area.Size - pageSize)",
                "unchecked(area.Addr + area.Size - (2 * pageSize))"),
        ],
        Steps = ["map-area.1"],
        Breaks =
        [
            AreaLaws.EveryDataPageIsMappedRight,
            FrameLaws.OwnedFramesAreMappedOnce,
            FailureLaws.NoCallEndsInABug,
        ],
        Shortest = 1,
    };
}
