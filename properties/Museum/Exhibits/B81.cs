// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class B81
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "B81",
        Title = "a way to map pages does not flush the cache",
        Source = "vmap_pfn, repaired in 6.4.13",
        Story = "A new function to map pages called the worker that leaves the data cache alone "
            + "and forgot to flush it afterwards. Here it is vmap that does so.",
        Plant =
        [
            new(
                "Vmap",
                "MapVmArea(area, prot, pages, Gfp.Kernel, out _) != 0",
                """
                VmapPageRangeNoflush(area.Addr, area.Addr + area.Size - pageSize, prot, pages,
                    Gfp.Kernel) < 0
                """),
        ],
        Steps = ["vmap.2"],
        Breaks = [CacheLaws.CachesAreFlushedOnceMapped],
        Shortest = 2,
    };
}
