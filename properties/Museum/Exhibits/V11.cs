// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V11
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V11",
        Title = "vm_unmap_aliases waits for the mark",
        Source = "classic mistake",
        Story = "vm_unmap_aliases purges only when a free would, that is above the mark. Callers "
            + "that change the caching of pages rely on there being no alias left, and there is "
            + "one.",
        Plant =
        [
            new(
                "VmUnmapAliases",
                "PurgeVmapAreaLazyInner(start, end, sync: true, forceFlush: end > 0);",
                """
                if (vmapLazyNr > machine.LazyMax)
                {
                    TryPurgeVmapAreaLazy();
                }
                """),
        ],
        Steps = ["aliases.1"],
        Breaks = [FreeLaws.NothingIsLazyAfterUnmapAliases],
        Shortest = 3,
    };
}
