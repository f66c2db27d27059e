// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.KernelExhibits;

static class K28
{
    public static KernelExhibit Exhibit { get; } = new()
    {
        Id = "K28",
        Title = "a refused area keeps its vmap_area",
        Story = "An object is lost whenever the range is full.",
        Plant =
        [
            [new("alloc_vmap_area", "kmem_cache_free(vmap_area_cachep, va);", ";")],
        ],
        Breaks = [FailureLaws.FailedCallsKeepNoObject],
    };
}
