// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V222
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V222",
        Title = "a large vm_unmap_ram forgets the cache",
        Source = "classic mistake",
        Story = "What lies in a block is flushed from the cache when it is given back. An area of its own "
            + "goes another way, which forgot.",
        Plant =
        [
            new(
                "FreeUnmapVmapAreaAddr",
                "FreeUnmapVmapArea(",
                "FreeUnmapVmapAreaNoflush("),
        ],
        Steps = ["unmap-ram.3"],
        Breaks = [CacheLaws.CachesAreFlushedBeforeUnmapping],
        Shortest = 3,
    };
}
