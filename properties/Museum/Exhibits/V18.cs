// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V18
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V18",
        Title = "vmap_areas do not wait for a grace period",
        Source = "classic mistake",
        Story = "The descriptor of a released range is freed at once and not after a grace "
            + "period. Whoever walks the list without its lock is left standing on freed memory.",
        Plant = [new("FreeVmapAreaInner", "CallRcu(va);", "Kfree(va);")],
        Steps = ["free-va.2"],
        Breaks = [PurgeLaws.DescriptorsOutliveAGracePeriod],
        Shortest = 2,
    };
}
