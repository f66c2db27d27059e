// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.KernelExhibits;

static class K37
{
    public static KernelExhibit Exhibit { get; } = new()
    {
        Id = "K37",
        Title = "caches are not flushed after mapping",
        Story = "Where caches go by address, old lines hide the new pages.",
        Plant =
        [
            [new("vmap_pages_range", "flush_cache_vmap(addr, end);", ";")],
        ],
        Breaks = [CacheLaws.CachesAreFlushedOnceMapped],
    };
}
