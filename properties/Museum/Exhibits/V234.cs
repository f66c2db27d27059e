// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V234
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V234",
        Title = "the page pointer moves after a failure, too",
        Source = "classic mistake",
        Story = "map_vm_area adds the result to its caller's pointer before it looks at the "
            + "sign. After a failure the pointer stands twelve pages in front of the list.",
        Plant =
        [
            new("MapVmArea", "moved = Math.Max(err, 0);", "moved = err;"),
            new("MapArea", "(ulong)moved", "unchecked((ulong)moved)"),
        ],
        Steps = ["map-area.2"],
        Breaks = [AccessLaws.RangesMapTheGivenPages],
        Shortest = 2,
    };
}
