// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.KernelExhibits;

static class K27
{
    public static KernelExhibit Exhibit { get; } = new()
    {
        Id = "K27",
        Title = "caches are not flushed before unmapping",
        Story = "Where caches go by address, what was written last never reaches the page.",
        Plant =
        [
            [new("free_unmap_vmap_area", "flush_cache_vunmap(…);", ";")],
        ],
        Breaks = [CacheLaws.CachesAreFlushedBeforeUnmapping],
    };
}
