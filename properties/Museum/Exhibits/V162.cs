// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V162
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V162",
        Title = "vm_unmap_ram does not flush the cache",
        Source = "classic mistake",
        Story = "The pages of a part go without a flush of the cache. Lines that are written back "
            + "later meet an address that leads elsewhere.",
        Plant =
        [
            new(
                "VbFree",
                "step.Add(EventKind.CacheFlushUnmap, addr, end);",
                "_ = end;"),
        ],
        Steps = ["vb-free.1"],
        Breaks = [CacheLaws.CachesAreFlushedBeforeUnmapping],
        Shortest = 1,
    };
}
