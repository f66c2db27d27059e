// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class B18
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "B18",
        Title = "unmap_kernel_range does not flush the cache",
        Source = "f6fcba7014f, 2.6.29",
        Story = "unmap_kernel_range cleared its entries without flushing the data cache first. "
            + "Lines still dirty had no translation left to be written back through.",
        Plant = [new("UnmapKernelRange", "step.Add(EventKind.CacheFlushUnmap, addr, end);", "")],
        Steps = ["kernel-range.2"],
        Breaks = [CacheLaws.CachesAreFlushedBeforeUnmapping],
        Shortest = 4,
        Rare = "a range has to be reserved, mapped with a page that is to be had, and unmapped "
            + "where it is mapped",
    };
}
